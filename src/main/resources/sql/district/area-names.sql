-- What municipalities and zones of a territory are called and where they lie (EPSG:4326), where that is public.
SELECT 'MUNICIPALITY' AS kind, code, coalesce(name, code) AS name, ST_X(at) AS lon, ST_Y(at) AS lat
FROM (SELECT code, name, ST_PointOnSurface(geom) AS at FROM municipality WHERE territory_code = :territory) AS m
UNION ALL
SELECT 'ZONE', id::text, coalesce(name, code), ST_X(at), ST_Y(at)
FROM (SELECT id, code, name, ST_PointOnSurface(geom) AS at FROM industrial_zone WHERE territory_code = :territory AND publication_status = 'published') AS z
UNION ALL
SELECT 'TERRITORY', code, coalesce(name, code), ST_X(at), ST_Y(at) FROM (SELECT code, name, ST_PointOnSurface(geom) AS at FROM territory WHERE code = :territory) AS t
