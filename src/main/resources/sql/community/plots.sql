SELECT id, ${name} AS name, ST_X(ST_PointOnSurface(geom)) AS lon, ST_Y(ST_PointOnSurface(geom)) AS lat, ${owner_type} AS owner_type, ${area_m2} AS area_m2,
       ${max_covered_area_m2} AS max_covered_area_m2
FROM ${relation} WHERE ${public} AND ST_Intersects(geom, ST_GeomFromEWKT(:within)) AND ST_Intersects(ST_PointOnSurface(geom), ST_GeomFromEWKT(:within))
ORDER BY id LIMIT :limit
