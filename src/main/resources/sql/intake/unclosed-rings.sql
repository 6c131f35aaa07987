-- Rings that do not end where they begin: the reader has closed them, and that is offered as a repair, not done in silence.
WITH closed AS MATERIALIZED (
  SELECT s.row_number, CASE WHEN ST_IsValid(s.geom) THEN s.geom ELSE mended_geometry(s.geom) END AS geom, s.geom AS original
  FROM ${table} AS s WHERE s.row_number = ANY (:rows) AND s.geom IS NOT NULL
), offered AS (
  INSERT INTO ${table_repair} (row_number, geom) SELECT row_number, geom FROM closed WHERE geom IS NOT NULL
  ON CONFLICT (row_number) DO UPDATE SET geom = excluded.geom
)
INSERT INTO load_problem (load_id, row_number, code, severity, reason, lon, lat)
SELECT :load, row_number, 'geometry-unclosed', CASE WHEN geom IS NULL THEN 'reject' ELSE 'repair' END,
       'a ring does not end where it begins', ST_XMin(original), ST_YMin(original)
FROM closed
