SELECT jsonb_build_object('page', t."#row", 'row', t."#row", 'featureId', t."#id", 'key', t.code,
       'after', jsonb_strip_nulls(to_jsonb(t) - '#row' - '#id' - '#geom'), 'geometry', ST_AsGeoJSON(t."#geom", 7)::jsonb,
       'lon', ST_X(ST_PointOnSurface(t."#geom")), 'lat', ST_Y(ST_PointOnSurface(t."#geom")))::text
FROM ${target} AS t
WHERE t."#row" > :after AND ${accepted} AND NOT EXISTS (SELECT FROM ${match} AS m WHERE m."#row" = t."#row") AND :load > 0
ORDER BY t."#row"
LIMIT :limit
