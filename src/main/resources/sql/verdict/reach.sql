-- A feature of which a value that the condition asks for is not known may meet it: it is doubtful.
SELECT ${source} AS source, id, valid_from, valid_to, updated_at, demonstration, (${where}) IS NULL AS doubtful FROM ${relation}
WHERE ${public} AND (${where}) IS NOT FALSE AND geom && ST_MakeEnvelope(:${box}west, :${box}south, :${box}east, :${box}north, 4326)
  AND ${sized}
