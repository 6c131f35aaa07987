-- How many public features a layer has, the box around them, and whether any of them is synthetic.
SELECT features, ST_XMin(box) AS west, ST_YMin(box) AS south, ST_XMax(box) AS east, ST_YMax(box) AS north, demonstration
FROM (SELECT count(*) AS features, ST_Extent(geom) AS box, coalesce(bool_or(demonstration), false) AS demonstration
      FROM ${relation}
      WHERE ${public}) AS figures
