-- All rows but the first of those with the very same geometry.
INSERT INTO load_problem (load_id, row_number, code, severity, reason, lon, lat)
SELECT :load, later, 'geometry-duplicate', 'warning', 'the same geometry as row ' || rows[1],
       (ST_XMin(geom) + ST_XMax(geom)) / 2, (ST_YMin(geom) + ST_YMax(geom)) / 2
FROM (SELECT geom, array_agg(row_number ORDER BY row_number) AS rows FROM ${table}
      WHERE geom IS NOT NULL AND NOT ST_IsEmpty(geom) GROUP BY geom HAVING count(*) > 1) AS same,
     unnest(rows[2:]) AS later
