-- The public gateways whose kind is known.
SELECT id, gateway_kind AS kind, coalesce(name, code) AS name, ST_X(geom) AS longitude, ST_Y(geom) AS latitude
FROM gateway
WHERE publication_status = 'published' AND gateway_kind IS NOT NULL
ORDER BY id
