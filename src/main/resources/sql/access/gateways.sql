-- The published gateways of a known kind.
SELECT id, gateway_kind AS kind, ST_X(geom) AS longitude, ST_Y(geom) AS latitude
FROM gateway
WHERE publication_status = 'published' AND gateway_kind = ANY (access_kinds())
ORDER BY id
