-- With which public features of its layer a shape shares more than a border, the largest parts first.
SELECT n.id, coalesce(n.name, n.code) AS name, round(ST_Area(CAST(shared.part AS geography))) AS area_m2, ST_AsGeoJSON(shared.part, 7, 0) AS place
FROM ${relation} AS n
CROSS JOIN LATERAL (SELECT beyond_noise(ST_CollectionExtract(ST_Intersection(sound_geometry(n.geom), CAST(:shape AS geometry)), 3), :noise) AS part) AS shared
WHERE ${public} AND n.geom && CAST(:shape AS geometry) AND ST_Intersects(n.geom, CAST(:shape AS geometry))
  AND n.id IS DISTINCT FROM CAST(:feature AS bigint) AND shared.part IS NOT NULL
ORDER BY ST_Area(shared.part) DESC, n.id
LIMIT 5
