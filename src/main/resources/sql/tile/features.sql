-- The features of one layer in one tile, each with its id. A shape too small for the tile's grid becomes a point
-- instead of vanishing. No condition on the computed geometry: it would be computed twice.
WITH tile AS (
  SELECT ST_TileEnvelope(:z, :x, :y) AS envelope, ST_TileEnvelope(:z, :x, :y, margin => 64.0 / 4096) AS reach
)
SELECT ST_AsMVT(f, :layer, 4096, 'geom', 'id')
FROM (
  SELECT id, ${values},
         coalesce(ST_AsMVTGeom(geom_3857, envelope, 4096, 64),
                  ST_AsMVTGeom(ST_PointOnSurface(geom_3857), envelope, 4096, 64)) AS geom
  FROM ${relation}, tile
  WHERE geom_3857 && reach AND ${public}
  ORDER BY id
) AS f
