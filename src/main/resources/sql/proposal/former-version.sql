-- A version of a feature that has ended: its columns as they were, in CRS84 as answers have it.
SELECT CAST(attributes AS text) AS attributes, ST_AsGeoJSON(geom, 7, 0) AS geometry
FROM feature_history
WHERE layer_id = :layer AND feature_id = :feature AND version = :version
ORDER BY ended_by DESC
LIMIT 1
