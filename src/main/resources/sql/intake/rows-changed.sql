-- Only what changes is shown, before and after.
SELECT jsonb_build_object('page', t."#row", 'row', t."#row", 'featureId', m.feature_id, 'key', t.code, 'changed', m.changed,
       'before', coalesce(m.before, '{}'),
       'after', coalesce((SELECT jsonb_object_agg(key, value) FROM jsonb_each(to_jsonb(t) - '#geom') WHERE key = ANY (m.changed)), '{}'),
       'geometryBefore', ST_AsGeoJSON(m.geom, 7)::jsonb, 'geometry', ST_AsGeoJSON(t."#geom", 7)::jsonb,
       'lon', ST_X(ST_PointOnSurface(t."#geom")), 'lat', ST_Y(ST_PointOnSurface(t."#geom")))::text
FROM ${target} AS t JOIN ${match} AS m ON m."#row" = t."#row"
WHERE t."#row" > :after AND ${accepted} AND m.changed <> '{}' AND :load > 0
ORDER BY t."#row"
LIMIT :limit
