-- Reports with their bottlenecks as they are now, the newest first.
SELECT r.id, r.ticket, r.version, r.received_at, r.state, r.bottleneck_id, r.merged_into, r.territory_code, r.language, r.contact_name, r.email,
       r.phone, r.decided_at, r.decided_by, r.reason, r.erased_at, b.bottleneck_type AS type, b.name, b.description_it, b.description_en,
       ST_X(ST_PointOnSurface(b.geom)) AS longitude, ST_Y(ST_PointOnSurface(b.geom)) AS latitude,
       EXISTS (SELECT FROM bottleneck_photo AS p WHERE p.bottleneck_id = r.bottleneck_id) AS has_photo
FROM bottleneck_report AS r
LEFT JOIN bottleneck AS b ON b.id = r.bottleneck_id
WHERE (CAST(:territory AS text) IS NULL OR r.territory_code = :territory) AND (CAST(:state AS text) IS NULL OR r.state = :state)
  AND (CAST(:id AS bigint) IS NULL OR r.id = :id)
ORDER BY r.id DESC
LIMIT 500
