-- Rows without geometry, unless it is known already why there is none.
INSERT INTO load_problem (load_id, row_number, code, severity, reason)
SELECT :load, s.row_number, 'geometry-empty', 'reject', 'the row has no geometry'
FROM ${table} AS s
WHERE (s.geom IS NULL OR ST_IsEmpty(s.geom))
  AND NOT EXISTS (SELECT FROM load_problem AS p WHERE p.load_id = :load AND p.row_number = s.row_number)
