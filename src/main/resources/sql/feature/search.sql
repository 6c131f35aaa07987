-- The public features of one layer whose code or name contains all the words, best first: an exact code or name, then a
-- beginning, then likeness. Ranking looks at a bounded number of candidates, those that begin with the words among them.
SELECT ${layer} AS layer, ${order} AS layer_order, best.id, best.code, best.name, m.name AS municipality, t.name AS territory,
       ST_X(ST_PointOnSurface(best.geom)) AS longitude, ST_Y(ST_PointOnSurface(best.geom)) AS latitude,
       ST_XMin(best.geom) AS west, ST_YMin(best.geom) AS south, ST_XMax(best.geom) AS east, ST_YMax(best.geom) AS north, score
FROM (
  SELECT *, CASE WHEN search_form(code) = :words OR search_form(name) = :words THEN 3
                 WHEN search_text LIKE :beginning OR search_form(name) LIKE :beginning THEN 2
                 ELSE 1 END + similarity(search_text, :words) AS score
  FROM ${relation}
  WHERE id IN ((SELECT id FROM ${relation} WHERE ${public} AND ${words} AND search_text LIKE :beginning LIMIT 500)
               UNION
               (SELECT id FROM ${relation} WHERE ${public} AND ${words} LIMIT 1000))
  ORDER BY score DESC, id
  LIMIT :limit
) AS best
LEFT JOIN municipality AS m ON m.code = best.municipality_code
LEFT JOIN territory AS t ON t.code = best.territory_code
