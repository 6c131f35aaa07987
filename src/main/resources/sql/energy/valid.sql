-- Whether a drawn area is one, and where its rings are wrong.
SELECT ST_IsValid(shape) AS valid, ST_IsValidReason(shape) AS reason, ST_IsEmpty(shape) AS empty
FROM (SELECT ST_GeomFromGeoJSON(:geometry) AS shape) AS g
