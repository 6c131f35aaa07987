SELECT id, code, substation_name AS name, distributor, hosting_class, hosting_on
FROM ${relation}
WHERE ${public} AND ST_Intersects(geom, (SELECT geom FROM industrial_zone WHERE id = :zone))
ORDER BY code
LIMIT 10
