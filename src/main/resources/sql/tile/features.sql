-- The features of one layer in one tile and 64 of its 4096 grid steps around it, each with its id. A shape too small for the
-- grid becomes a point instead of vanishing. No condition on the computed geometry: it would be computed twice.
-- The tile's edges are bound as numbers (metres, EPSG:3857), so that the planner knows how much of the layer it holds.
SELECT ST_AsMVT(f, :layer, 4096, 'geom', 'id')
FROM (
  SELECT id, ${values},
         coalesce(ST_AsMVTGeom(geom_3857, envelope, 4096, 64), ST_AsMVTGeom(ST_PointOnSurface(geom_3857), envelope, 4096, 64)) AS geom
  FROM ${relation}, CAST(ST_MakeEnvelope(:west, :south, :east, :north, 3857) AS box2d) AS envelope
  WHERE geom_3857 && ST_MakeEnvelope(:west - :margin, :south - :margin, :east + :margin, :north + :margin, 3857) AND ${public}
  ORDER BY id
) AS f
