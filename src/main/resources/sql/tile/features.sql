-- The features of one layer in one tile and its margin, as they are kept: the tile is drawn in Java. One more than can be
-- drawn tells that there are too many. In no order, which would make the database sort shapes.
-- The edges are bound as numbers (metres of EPSG:3857), so that the planner knows how much of the layer they hold.
SELECT id, ST_AsBinary(geom_3857)${values}
FROM ${relation}
WHERE geom_3857 && ST_MakeEnvelope(:west, :south, :east, :north, 3857) AND ${public} AND (${filter})
LIMIT :most
