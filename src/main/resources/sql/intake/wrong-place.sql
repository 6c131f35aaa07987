-- Rows outside the territory: with longitude and latitude exchanged where that brings them inside, else just outside.
-- The frame is a box with a margin of about 5 km: whether a row belongs to a territory is not for a reader to say exactly.
WITH frame AS MATERIALIZED (
  SELECT ST_Expand(coalesce(
    (SELECT ST_Extent(geom)::geometry FROM territory WHERE cast(:territory AS text) IS NULL OR code = :territory),
    ST_MakeEnvelope(6.6, 35.4, 18.6, 47.1)), 0.05) AS box
), outside AS (
  SELECT s.row_number, s.geom, ST_SetSRID(f.box, 4326) AS box,
         (ST_XMin(s.geom) + ST_XMax(s.geom)) / 2 AS lon, (ST_YMin(s.geom) + ST_YMax(s.geom)) / 2 AS lat
  FROM ${table} AS s, frame AS f
  WHERE s.geom IS NOT NULL AND NOT ST_IsEmpty(s.geom) AND NOT s.geom && ST_SetSRID(f.box, 4326)
)
INSERT INTO load_problem (load_id, row_number, code, severity, reason, lon, lat)
SELECT :load, row_number,
       CASE WHEN ST_FlipCoordinates(geom) && box THEN 'geometry-swapped-axes' ELSE 'geometry-outside-territory' END,
       'reject',
       CASE WHEN ST_FlipCoordinates(geom) && box THEN 'longitude and latitude are exchanged' ELSE 'it lies outside the territory' END,
       lon, lat
FROM outside
