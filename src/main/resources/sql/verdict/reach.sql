SELECT ${source} AS source, id, valid_from, valid_to, updated_at, demonstration FROM ${relation}
WHERE ${public} AND (${where}) AND geom && ST_MakeEnvelope(:${box}west, :${box}south, :${box}east, :${box}north, 4326)
