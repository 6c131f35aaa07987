-- What of a layer lies within some metres of a plot, nearest first; distances are geodesic, from the plot's edge.
SELECT id, version, coalesce(name, code) AS name, (${class})::text AS class, ST_Distance(geom::geography, ground) AS metres
FROM ${relation} AS feature, (SELECT ST_GeomFromWKB(:shape, 4326)::geography AS ground) AS plot
WHERE ${public} AND geom && ST_MakeEnvelope(:west, :south, :east, :north, 4326) AND ST_DWithin(geom::geography, ground, :within) ${only}
ORDER BY metres, id
LIMIT 5
