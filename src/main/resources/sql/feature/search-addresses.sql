-- The public features of one layer whose address contains all the words, best first: the very address, then all of them as whole
-- words. Ranking looks at a bounded number of candidates.
SELECT ${layer} AS layer, ${order} AS layer_order, best.id, best.code, best.name, best.found_address AS address, m.name AS municipality,
       t.name AS territory, ST_X(ST_PointOnSurface(best.geom)) AS longitude, ST_Y(ST_PointOnSurface(best.geom)) AS latitude,
       ST_XMin(best.geom) AS west, ST_YMin(best.geom) AS south, ST_XMax(best.geom) AS east, ST_YMax(best.geom) AS north, score
FROM (
  SELECT found.*, CASE WHEN form = :${words} THEN 2.9 WHEN ${whole} THEN 1.5 ELSE 0.5 END + similarity(form, :${words}) AS score
  FROM (SELECT *, ${address} AS found_address, ${form} AS form FROM ${relation} WHERE ${public} AND ${contained} AND ${place} LIMIT 2000) AS found
  WHERE found_address IS NOT NULL
  ORDER BY score DESC, id
  LIMIT :limit
) AS best
LEFT JOIN municipality AS m ON m.code = best.municipality_code
LEFT JOIN territory AS t ON t.code = best.territory_code
