-- Which features of one layer lie in one tile and its margin, and in which versions of their rows: their shapes lie ready in
-- memory or are read by rows.sql. One more than can be drawn tells that there are too many. In no order, which would make the
-- database sort. The edges are bound as numbers (metres of EPSG:3857), so that the planner knows how much of the layer they hold.
SELECT id, xmin
FROM ${relation}
WHERE geom_3857 && ST_MakeEnvelope(:west, :south, :east, :north, 3857) AND ${public} AND (${filter})
LIMIT :most
