-- Per code how many rows have it, and the first five of them.
SELECT code, rows, row_number, reason, lon, lat
FROM (
  SELECT code, row_number, reason, lon, lat, dense_rank() OVER (PARTITION BY code ORDER BY row_number) AS place,
         row_number() OVER (PARTITION BY code, row_number ORDER BY field) AS field_place,
         (SELECT count(DISTINCT q.row_number) FROM load_problem AS q WHERE q.load_id = :load AND q.severity = :severity AND q.code = p.code) AS rows
  FROM load_problem AS p
  WHERE load_id = :load AND severity = :severity
) AS ranked
WHERE place <= 5 AND field_place = 1
ORDER BY code, row_number
