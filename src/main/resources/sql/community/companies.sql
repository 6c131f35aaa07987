-- What consent leaves to be seen of a company; what it does not is NULL.
SELECT id, ${name} AS name, ST_X(geom) AS lon, ST_Y(geom) AS lat, ${size_class} AS size_class, ${ateco_code} AS ateco_code, ${ateco_version} AS ateco_version,
       ${consumption_kwh_year} AS consumption_kwh_year, ${roof_m2} AS roof_m2, ${pv_kwp} AS pv_kwp
FROM ${relation} WHERE ${public} AND ST_Intersects(geom, ST_GeomFromEWKT(:within))
ORDER BY id LIMIT :limit
