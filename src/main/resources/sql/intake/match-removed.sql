-- Records that the file does not name. A rejected row names its record too: what can not be read is not gone.
INSERT INTO ${match} ("#row", feature_id, territory_code, changed, before, geom)
SELECT NULL, r.id, r.territory_code, '{}', (SELECT jsonb_strip_nulls(to_jsonb(p)) FROM (SELECT r.code, r.name) AS p), r.geom
FROM ${relation} AS r
WHERE NOT EXISTS (SELECT FROM ${target} AS t WHERE ${found})
  AND (:territory::text IS NULL OR r.territory_code = :territory)
