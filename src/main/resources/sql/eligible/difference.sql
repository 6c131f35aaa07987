-- What is said of the ground before and after, where it is not the same: what both say laid over each other, piece by piece. What is said at
-- both ends by the same row is left out at once, and so is what is no more suitable for one reason than for another; what no row covers is under the ordinary procedure.
WITH former AS MATERIALIZED (${before}), latter AS MATERIALIZED (${after}),
a AS MATERIALIZED (SELECT * FROM former WHERE NOT EXISTS (SELECT FROM latter WHERE latter.id = former.id AND latter.result = former.result)),
b AS MATERIALIZED (SELECT * FROM latter WHERE NOT EXISTS (SELECT FROM former WHERE former.id = latter.id AND former.result = latter.result)),
a_all AS (SELECT piece, ST_Union(geom) AS geom FROM a GROUP BY piece),
b_all AS (SELECT piece, ST_Union(geom) AS geom FROM b GROUP BY piece),
laid AS (
  SELECT a.piece, a.result AS former_result, a.basis AS former_basis, b.result AS latter_result, b.basis AS latter_basis, CASE WHEN a.geom = b.geom THEN a.geom ELSE ST_Intersection(a.geom, b.geom) END AS geom
  FROM a JOIN b ON b.piece = a.piece AND b.geom && a.geom AND (a.result <> b.result OR a.result = 'suitable' AND a.basis IS DISTINCT FROM b.basis)
  UNION ALL
  SELECT a.piece, a.result, a.basis, 'ordinary', '{}', CASE WHEN b_all.geom IS NULL THEN a.geom WHEN ST_CoveredBy(a.geom, b_all.geom) THEN NULL ELSE ST_Difference(a.geom, b_all.geom) END
  FROM a LEFT JOIN b_all USING (piece)
  UNION ALL
  SELECT b.piece, 'ordinary', '{}', b.result, b.basis, CASE WHEN a_all.geom IS NULL THEN b.geom WHEN ST_CoveredBy(b.geom, a_all.geom) THEN NULL ELSE ST_Difference(b.geom, a_all.geom) END
  FROM b LEFT JOIN a_all USING (piece)
), cut AS (
  SELECT laid.piece, former_result, former_basis, latter_result, latter_basis, ${cut} AS geom FROM laid WHERE geom IS NOT NULL AND NOT ST_IsEmpty(geom)
), measured AS (
  SELECT cut.*, territory.territory_code, ST_Area(ST_Transform(cut.geom, territory.srid)) AS m2
  FROM cut JOIN eligible_piece AS p ON p.code = cut.piece JOIN eligible_territory AS territory USING (territory_code)
)
SELECT piece, territory_code, former_result, former_basis, latter_result, latter_basis, m2, ${shape} AS shape FROM measured WHERE m2 >= 1 ORDER BY piece, m2 DESC, former_result, latter_result, former_basis, latter_basis
