-- All rows but the first of those with the very same geometry. Only those of equal fingerprint are compared as they are.
WITH prints AS MATERIALIZED (
  SELECT row_number, ${fingerprint} AS print FROM ${table} WHERE geom IS NOT NULL AND NOT ST_IsEmpty(geom)
), alike AS (
  SELECT s.row_number, s.geom FROM ${table} AS s JOIN prints USING (row_number)
  WHERE print IN (SELECT print FROM prints GROUP BY print HAVING count(*) > 1)
)
INSERT INTO load_problem (load_id, row_number, code, severity, reason, lon, lat)
SELECT :load, later, 'geometry-duplicate', 'warning', 'the same geometry as row ' || rows[1],
       (ST_XMin(geom) + ST_XMax(geom)) / 2, (ST_YMin(geom) + ST_YMax(geom)) / 2
FROM (SELECT geom, array_agg(row_number ORDER BY row_number) AS rows FROM alike GROUP BY geom HAVING count(*) > 1) AS same,
     unnest(rows[2:]) AS later
