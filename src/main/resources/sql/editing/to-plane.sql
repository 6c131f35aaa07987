-- A shape of EPSG:4326 in metres of a plane.
SELECT ST_AsBinary(ST_Transform(ST_SetSRID(ST_GeomFromWKB(:shape), 4326), CAST(:plane AS text)))
