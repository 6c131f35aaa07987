SELECT ST_AsEWKT(geom, 9) FROM ${relation} WHERE code = :code AND ${public} ORDER BY id LIMIT 1
