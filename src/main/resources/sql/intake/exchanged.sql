-- Offers the exchanged coordinates as the repair of swapped axes.
WITH swapped AS (
  UPDATE load_problem SET severity = 'repair' WHERE load_id = :load AND code = 'geometry-swapped-axes' RETURNING row_number
)
INSERT INTO ${table_repair} (row_number, geom)
SELECT s.row_number, ST_FlipCoordinates(coalesce(r.geom, s.geom))
FROM swapped JOIN ${table} AS s USING (row_number) LEFT JOIN ${table_repair} AS r USING (row_number)
ON CONFLICT (row_number) DO UPDATE SET geom = excluded.geom
