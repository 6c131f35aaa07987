-- What is public of the bottlenecks of roads, where they act, and what they do to vehicles; or of one bottleneck of any kind.
SELECT b.id, coalesce(b.name, b.code) AS title, b.bottleneck_type AS type, b.status, is_road,
       b.max_height_m, b.max_width_m, b.max_length_m, b.max_mass_t, b.max_axle_load_t,
       b.delay_min, b.speed_factor, b.active_hours, b.closed_min_per_h, b.trains_per_day,
       r.id IS NOT NULL AS is_corrected, coalesce(r.version, 0) AS road_version, coalesce(r.direction, 'both') AS direction,
       coalesce(r.osm_ways, '{}') AS osm_ways,
       ST_AsBinary(CASE WHEN r.id IS NULL THEN b.geom ELSE r.geom END) AS place
FROM bottleneck AS b
LEFT JOIN bottleneck_road AS r ON r.id = b.id
CROSS JOIN LATERAL (SELECT coalesce(b.transport_mode = 'road',
  b.bottleneck_type IN ('road_limit', 'bridge', 'level_crossing', 'junction', 'missing_link'), false) AS is_road) AS kind
WHERE b.publication_status = 'published' AND CASE WHEN CAST(:id AS bigint) IS NULL THEN is_road ELSE b.id = :id END
ORDER BY b.id
