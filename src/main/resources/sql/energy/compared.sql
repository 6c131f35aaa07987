SELECT code, name_before, name_after, distributor_before, distributor_after, gained, lost, shape_before, shape_after,
  array_remove(ARRAY[CASE WHEN shape_before IS NULL THEN 'added' END, CASE WHEN shape_after IS NULL THEN 'removed' END,
    CASE WHEN shape_before IS NOT NULL AND shape_after IS NOT NULL AND gained + lost > 1 THEN 'reshaped' END,
    CASE WHEN shape_before IS NOT NULL AND shape_after IS NOT NULL AND distributor_before IS DISTINCT FROM distributor_after THEN 'distributor' END,
    CASE WHEN shape_before IS NOT NULL AND shape_after IS NOT NULL AND name_before IS DISTINCT FROM name_after THEN 'renamed' END], NULL) AS kinds
FROM (
  SELECT code, b.name AS name_before, a.name AS name_after, b.distributor AS distributor_before, a.distributor AS distributor_after,
    b.geom AS shape_before, a.geom AS shape_after,
    CASE WHEN same THEN 0 WHEN b.geom IS NULL THEN ST_Area(ST_Transform(a.geom, rdn_srid(a.geom))) WHEN a.geom IS NULL THEN 0
         ELSE ST_Area(ST_Transform(ST_Difference(a.geom, b.geom), rdn_srid(a.geom))) END AS gained,
    CASE WHEN same THEN 0 WHEN a.geom IS NULL THEN ST_Area(ST_Transform(b.geom, rdn_srid(b.geom))) WHEN b.geom IS NULL THEN 0
         ELSE ST_Area(ST_Transform(ST_Difference(b.geom, a.geom), rdn_srid(b.geom))) END AS lost
  FROM (${before}) AS b FULL JOIN (${after}) AS a USING (code)
  CROSS JOIN LATERAL (SELECT coalesce(ST_AsBinary(a.geom) = ST_AsBinary(b.geom), false) AS same) AS s
) AS both_states
