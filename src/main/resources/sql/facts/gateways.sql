-- The nearest gateway of each kind; distances are geodesic, from the plot's edge.
SELECT DISTINCT ON (gateway_kind) id, version, gateway_kind AS kind, coalesce(name, code) AS name,
       ST_Distance(geom::geography, ST_GeomFromWKB(:shape, 4326)::geography) AS metres
FROM ${relation} AS feature
WHERE ${public} AND gateway_kind IS NOT NULL
ORDER BY gateway_kind, metres, id
