-- Rows outside the territory: with longitude and latitude exchanged where that brings them inside, else just outside.
WITH frame AS MATERIALIZED (
  SELECT ${frame} AS box
), outside AS (
  SELECT s.row_number, s.geom, f.box,
         (ST_XMin(s.geom) + ST_XMax(s.geom)) / 2 AS lon, (ST_YMin(s.geom) + ST_YMax(s.geom)) / 2 AS lat
  FROM ${table} AS s, frame AS f
  WHERE s.geom IS NOT NULL AND NOT ST_IsEmpty(s.geom) AND NOT s.geom && f.box
)
INSERT INTO load_problem (load_id, row_number, code, severity, reason, lon, lat)
SELECT :load, row_number,
       CASE WHEN ST_FlipCoordinates(geom) && box THEN 'geometry-swapped-axes' ELSE 'geometry-outside-territory' END,
       'reject',
       CASE WHEN ST_FlipCoordinates(geom) && box THEN 'longitude and latitude are exchanged' ELSE 'it lies outside the territory' END,
       lon, lat
FROM outside
