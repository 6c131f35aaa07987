-- Which public features that belong in one would no longer lie in it if it had this shape, the largest parts first.
SELECT n.id, coalesce(n.name, n.code) AS name, ST_AsGeoJSON(outside.part, 7, 0) AS place
FROM ${relation} AS n
CROSS JOIN LATERAL (SELECT beyond_noise(ST_Difference(sound_geometry(n.geom), CAST(:shape AS geometry)), :noise) AS part) AS outside
WHERE ${public} AND n.${reference} = :feature AND outside.part IS NOT NULL
ORDER BY ST_Area(outside.part) DESC, n.id
LIMIT 5
