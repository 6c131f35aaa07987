-- A text in the geometry column that GDAL made no geometry of.
INSERT INTO load_problem (load_id, row_number, code, severity, reason)
SELECT :load, s.row_number, 'geometry-unreadable', 'reject', 'the geometry can not be read: ' || left(s.${text}, 60)
FROM ${table} AS s
WHERE s.geom IS NULL AND trim(s.${text}) <> '' AND s.${text} !~* '\mEMPTY\M'
  AND NOT EXISTS (SELECT FROM load_problem AS p WHERE p.load_id = :load AND p.row_number = s.row_number)
