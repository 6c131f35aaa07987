-- The public features of one layer whose code or name contains all the words, best first: an exact code or name, then a
-- beginning, then likeness. Ranking looks at a bounded number of candidates, those that begin with the words among them.
WITH beginning AS (
  SELECT id FROM ${relation} WHERE ${public} AND ${words} AND search_text LIKE :beginning LIMIT 500
), containing AS (
  SELECT id FROM ${relation} WHERE ${public} AND ${words} LIMIT 1000
)
SELECT id, code, name, territory_code, municipality_code,
       ST_X(ST_PointOnSurface(geom)) AS longitude, ST_Y(ST_PointOnSurface(geom)) AS latitude,
       ST_XMin(geom) AS west, ST_YMin(geom) AS south, ST_XMax(geom) AS east, ST_YMax(geom) AS north, score
FROM (
  SELECT *, CASE WHEN search_form(code) = :words OR search_form(name) = :words THEN 3
                 WHEN search_text LIKE :beginning OR search_form(name) LIKE :beginning THEN 2
                 ELSE 1 END + similarity(search_text, :words) AS score
  FROM ${relation}
  WHERE id IN (SELECT id FROM beginning UNION SELECT id FROM containing)
  ORDER BY score DESC, id
  LIMIT :limit
) AS best
ORDER BY score DESC, id
