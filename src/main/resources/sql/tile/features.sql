-- Which features of one layer lie in one square and its margin, and in which versions of their rows: their shapes lie ready in
-- memory or are read by rows.sql. One more than can be drawn tells that there are too many. In no order, which would make the
-- database sort; as strings of binary numbers, since a row for each feature costs the reader more than drawing some of them.
-- The box is made of bound numbers (metres of EPSG:3857). Where there is no filter it is given as a subselect: the planner then knows
-- nothing about it, takes the index for any box, and need not plan each tile anew, which took longer than finding its features. With a
-- filter it may say what the box holds, so that an index that suits the filter better is not passed over.
SELECT string_agg(int8send(id), ''::bytea), string_agg(xidsend(version), ''::bytea), string_agg(${boxes}, ''::bytea)
FROM (
  SELECT id, xmin AS version, geom_3857::box2d::box3d AS shape
  FROM ${relation}
  WHERE geom_3857 && ${box} AND ${public} AND (${filter})
  LIMIT :most
) AS found
