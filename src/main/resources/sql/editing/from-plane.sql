-- A shape in metres of a plane, in EPSG:4326.
SELECT ST_AsBinary(ST_Transform(ST_GeomFromWKB(:shape), CAST(:plane AS text), 4326))
