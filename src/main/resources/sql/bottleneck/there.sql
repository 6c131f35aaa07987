-- The public bottlenecks that are there: somebody has verified them, nobody has solved them.
SELECT id, coalesce(name, code) AS title, bottleneck_type AS type, status,
       coalesce(transport_mode = 'road', bottleneck_type IN ('road_limit', 'bridge', 'level_crossing', 'junction', 'missing_link'), false) AS road
FROM bottleneck
WHERE publication_status = 'published' AND status IN ('verified', 'planned', 'funded', 'works')
ORDER BY id
