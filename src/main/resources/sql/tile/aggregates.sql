-- The features of one layer in one tile as counts per cell of an eighth of the tile. Every feature is counted in the one
-- cell that holds the middle of its box, in the one tile that holds it; a feature alone in its cell keeps id and attributes,
-- which are fetched only then: carrying them through the grouping would cost more than the counting.
-- The tile's edges are bound as numbers (metres, EPSG:3857), so that the planner knows how much of the layer it holds.
WITH anchored AS MATERIALIZED (
  SELECT id, (ST_XMin(geom_3857) + ST_XMax(geom_3857)) / 2 AS x, (ST_YMin(geom_3857) + ST_YMax(geom_3857)) / 2 AS y
  FROM ${relation}
  WHERE geom_3857 && ST_MakeEnvelope(:west, :south, :east, :north, 3857) AND ${public}
), cells AS (
  SELECT count(*) AS feature_count, CASE WHEN count(*) = 1 THEN min(id) END AS id, avg(x) AS x, avg(y) AS y
  FROM anchored
  WHERE x >= :west AND x < :east AND y >= :south AND y < :north
  GROUP BY floor((x - :west) / (:east - :west) * 8)::int, floor((y - :south) / (:north - :south) * 8)::int
)
SELECT ST_AsMVT(f, :layer, 4096, 'geom', 'id')
FROM (
  SELECT cells.id, feature_count, ${names},
         ST_AsMVTGeom(ST_SetSRID(ST_MakePoint(x, y), 3857), ST_MakeEnvelope(:west, :south, :east, :north, 3857), 4096, 64) AS geom
  FROM cells
  LEFT JOIN LATERAL (SELECT ${values} FROM ${relation} WHERE id = cells.id) AS alone ON true
) AS f
