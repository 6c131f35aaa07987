-- What was sent as the layer keeps it: plane, in EPSG:4326, multiple where the column is; and what is to be said about it.
-- If it is what the answer shows of the present shape, which is rounded, the present shape stays; so it does where a client, as QGIS,
-- rounds what it has read to six decimals of a degree once more.
WITH given AS MATERIALIZED (
  SELECT ${given} AS geom
), moved AS MATERIALIZED (
  SELECT in_degrees(geom) AS geom,
         CAST(:present AS geometry) IS NOT NULL
           AND (ST_OrderingEquals(ST_Multi(ST_SetSRID(geom, 0)), ST_Multi(ST_SetSRID(${answered}, 0)))
                OR is_rounded_copy(ST_Multi(in_degrees(geom)), ST_Multi(CAST(:present AS geometry)))) AS same
  FROM given
), kept AS MATERIALIZED (
  SELECT CASE WHEN same THEN CAST(:present AS geometry)
              WHEN postgis_typmod_type(a.atttypmod) LIKE 'Multi%' THEN ST_Multi(geom)
              WHEN postgis_typmod_type(a.atttypmod) = 'Point' AND ST_NumGeometries(geom) = 1 THEN ST_GeometryN(geom, 1)
              ELSE geom END AS geom,
         same
  FROM moved CROSS JOIN pg_attribute AS a
  WHERE a.attrelid = CAST(:relation AS regclass) AND a.attname = 'geom'
), judged AS MATERIALIZED (
  SELECT geom, same,
         coalesce(ST_XMin(geom) >= -180 AND ST_XMax(geom) <= 180 AND ST_YMin(geom) >= -90 AND ST_YMax(geom) <= 90, false) AS finite,
         ST_IsValid(geom) AS valid
  FROM kept
), frame AS MATERIALIZED (
  SELECT ${frame} AS box
)
SELECT CAST(geom AS text) AS shape, same, ST_IsEmpty(geom) AS empty, ST_Dimension(geom) AS dimension, GeometryType(geom) AS kind,
       ST_NumGeometries(geom) AS parts, ST_NPoints(geom) AS vertices, finite,
       CASE WHEN NOT valid THEN geometry_fault(geom) END AS fault,
       CASE WHEN NOT valid THEN ST_AsGeoJSON(fault_place(geom), 7, 0) END AS fault_place,
       CASE WHEN finite THEN ST_AsGeoJSON(ST_Envelope(geom), 7, 0) END AS around,
       CASE WHEN finite AND valid AND ST_Dimension(geom) = 2 THEN ST_Area(CAST(geom AS geography)) END AS area_m2,
       geom && box AS inside, ST_FlipCoordinates(geom) && box AS exchanged
FROM judged CROSS JOIN frame
