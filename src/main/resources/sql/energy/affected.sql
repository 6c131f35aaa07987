-- Public features of a layer on ground that has another area than before, or in an area of another distributor: the area with the largest
-- share before and after. Only pieces near what changed are looked at.
WITH compared AS MATERIALIZED (${compared}),
ground AS MATERIALIZED (
  SELECT ST_Subdivide(geom, 128) AS geom
  FROM (SELECT CASE WHEN shape_before IS NULL THEN shape_after WHEN shape_after IS NULL THEN shape_before ELSE ST_SymDifference(shape_before, shape_after) END AS geom
        FROM compared WHERE kinds && '{added,removed,reshaped}') AS g
  UNION ALL
  SELECT ST_Subdivide(shape_after, 128) FROM compared WHERE kinds && '{distributor}'
),
touched AS MATERIALIZED (
  SELECT DISTINCT ON (feature.id) feature.id, feature.code, feature.name, feature.geom, ST_Area(ST_Transform(feature.geom, rdn_srid(feature.geom))) AS m2
  FROM ground AS g JOIN ${relation} AS feature ON feature.geom && g.geom AND ST_Intersects(feature.geom, g.geom)
  WHERE ${public}
),
box AS (SELECT ST_SetSRID(ST_Extent(geom)::geometry, 4326) AS geom FROM touched),
piece AS MATERIALIZED (
  SELECT 'before' AS state, b.code, ST_Subdivide(b.geom, 128) AS geom FROM (${before}) AS b, box WHERE b.geom && box.geom
  UNION ALL
  SELECT 'after', a.code, ST_Subdivide(a.geom, 128) FROM (${after}) AS a, box WHERE a.geom && box.geom
),
share AS (
  SELECT t.id, p.state, p.code AS area, round((sum(ST_Area(ST_Transform(ST_Intersection(p.geom, t.geom), rdn_srid(t.geom)))) / nullif(t.m2, 0))::numeric, 4) AS share
  FROM touched AS t JOIN piece AS p ON p.geom && t.geom AND ST_Intersects(p.geom, t.geom)
  GROUP BY t.id, t.m2, p.state, p.code
),
placed AS (
  SELECT t.id, t.code, t.name,
    (array_agg(area ORDER BY share DESC, area) FILTER (WHERE state = 'before' AND (share > 0 OR t.m2 = 0)))[1] AS before,
    (array_agg(area ORDER BY share DESC, area) FILTER (WHERE state = 'after' AND (share > 0 OR t.m2 = 0)))[1] AS after,
    jsonb_object_agg(area, share) FILTER (WHERE state = 'before' AND share > 0.001) AS shares_before,
    jsonb_object_agg(area, share) FILTER (WHERE state = 'after' AND share > 0.001) AS shares_after
  FROM touched AS t LEFT JOIN share USING (id)
  GROUP BY t.id, t.code, t.name
)
SELECT id, code, name, before, after, reason, count(*) OVER () AS total
FROM (SELECT *, CASE WHEN before IS DISTINCT FROM after THEN 'moved' WHEN shares_before IS DISTINCT FROM shares_after THEN 'shares'
                     WHEN EXISTS (SELECT FROM compared WHERE kinds && '{distributor}' AND compared.code = placed.after) THEN 'distributor' END AS reason
      FROM placed) AS found
WHERE reason IS NOT NULL
ORDER BY id
LIMIT :most
