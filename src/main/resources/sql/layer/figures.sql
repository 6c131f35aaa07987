-- How many public features a layer has, the box around them, when they are valid (NULL where one has no such day), and
-- whether any of them is synthetic.
SELECT features, ST_XMin(box) AS west, ST_YMin(box) AS south, ST_XMax(box) AS east, ST_YMax(box) AS north, valid_from, valid_to, demonstration
FROM (SELECT count(*) AS features, ST_Extent(geom) AS box, coalesce(bool_or(demonstration), false) AS demonstration,
             CASE WHEN count(*) = count(valid_from) THEN min(valid_from) END AS valid_from,
             CASE WHEN count(*) = count(valid_to) THEN max(valid_to) END AS valid_to
      FROM ${relation}
      WHERE ${public}) AS figures
