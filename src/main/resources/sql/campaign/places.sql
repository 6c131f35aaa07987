-- Where municipalities are, by their name.
SELECT name, ST_X(ST_PointOnSurface(geom)) AS lon, ST_Y(ST_PointOnSurface(geom)) AS lat
FROM municipality WHERE publication_status = 'published' AND (:territory::text IS NULL OR territory_code = :territory)
ORDER BY code LIMIT 10000
