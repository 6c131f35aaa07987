-- What was sent as the layer keeps it: plane, in EPSG:4326, multiple where the column is; and what is to be said about it.
-- If it is what the answer shows of the present shape, which is rounded, the present shape stays.
WITH given AS MATERIALIZED (
  SELECT ST_Force2D(${given}) AS geom
), moved AS MATERIALIZED (
  SELECT CASE WHEN ST_SRID(geom) = 4326 THEN geom ELSE ST_Transform(geom, 4326) END AS geom,
         CAST(:present AS geometry) IS NOT NULL
           AND ST_OrderingEquals(ST_Multi(ST_SetSRID(geom, 0)), ST_Multi(ST_SetSRID(${answered}, 0))) AS same
  FROM given
), kept AS MATERIALIZED (
  SELECT CASE WHEN same THEN CAST(:present AS geometry)
              WHEN postgis_typmod_type(a.atttypmod) LIKE 'Multi%' THEN ST_Multi(geom)
              WHEN postgis_typmod_type(a.atttypmod) = 'Point' AND ST_NumGeometries(geom) = 1 THEN ST_GeometryN(geom, 1)
              ELSE geom END AS geom
  FROM moved CROSS JOIN pg_attribute AS a
  WHERE a.attrelid = CAST(:relation AS regclass) AND a.attname = 'geom'
), frame AS MATERIALIZED (
  SELECT ${frame} AS box
)
SELECT CAST(geom AS text) AS shape, ST_IsEmpty(geom) AS empty, ST_Dimension(geom) AS dimension, GeometryType(geom) AS kind,
       ST_NumGeometries(geom) AS parts,
       coalesce(ST_XMin(geom) >= -180 AND ST_XMax(geom) <= 180 AND ST_YMin(geom) >= -90 AND ST_YMax(geom) <= 90, false) AS finite,
       CASE WHEN NOT ST_IsValid(geom) THEN geometry_fault(geom) END AS fault,
       geom && box AS inside, ST_FlipCoordinates(geom) && box AS exchanged
FROM kept CROSS JOIN frame
