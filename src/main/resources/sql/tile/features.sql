-- Which features of one layer lie in one tile and its margin, and in which versions of their rows: their shapes lie ready in
-- memory or are read by rows.sql. One more than can be drawn tells that there are too many. In no order, which would make the
-- database sort; as two strings of binary numbers, since a row for each feature costs the reader more than drawing some of them.
-- The edges are bound as numbers (metres of EPSG:3857), so that the planner knows how much of the layer they hold.
SELECT string_agg(int8send(id), ''::bytea), string_agg(xidsend(version), ''::bytea)
FROM (
  SELECT id, xmin AS version
  FROM ${relation}
  WHERE geom_3857 && ST_MakeEnvelope(:west, :south, :east, :north, 3857) AND ${public} AND (${filter})
  LIMIT :most
) AS found
