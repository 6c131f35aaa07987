-- A shape as GeoJSON, to its last digit.
SELECT ST_AsGeoJSON(CAST(:shape AS geometry), 15, 0)
