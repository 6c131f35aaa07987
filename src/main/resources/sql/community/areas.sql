-- Marked and built areas, and those that were proposed for marking; not those whose mark was removed.
SELECT id, ${name} AS name, ST_X(ST_PointOnSurface(geom)) AS lon, ST_Y(ST_PointOnSurface(geom)) AS lat, ${technology} AS technology, ${marking_status} AS marking_status,
       ${area_m2} AS area_m2, ${power_kwp} AS power_kwp, ${yield_kwh_year} AS yield_kwh_year
FROM ${relation} WHERE ${public} AND ${marking_status} IN ('marked', 'built', 'proposed') AND ST_Intersects(geom, ST_GeomFromEWKT(:within))
ORDER BY id LIMIT :limit
