-- Some features with a point inside and their times so far, a row for each profile that has some.
SELECT f.id, f.version, ST_X(f.point) AS longitude, ST_Y(f.point) AS latitude,
       t.profile, t.graph, t.edge, t.fraction, t.snap_metres, t.gateway_ids, t.seconds, t.metres
FROM (SELECT id, version, ST_PointOnSurface(geom) AS point FROM ${relation} AS feature WHERE ${which} ORDER BY id LIMIT :most) AS f
LEFT JOIN access_time AS t ON t.layer_id = :layer AND t.feature_id = f.id
ORDER BY f.id
