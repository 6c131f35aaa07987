SELECT jsonb_build_object('page', m.feature_id, 'featureId', m.feature_id, 'key', m.before ->> 'code', 'before', m.before,
       'geometry', ST_AsGeoJSON(m.geom, 7)::jsonb, 'lon', ST_X(ST_PointOnSurface(m.geom)), 'lat', ST_Y(ST_PointOnSurface(m.geom)))::text
FROM ${match} AS m
WHERE m."#row" IS NULL AND m.feature_id > :after AND :load > 0
ORDER BY m.feature_id
LIMIT :limit
