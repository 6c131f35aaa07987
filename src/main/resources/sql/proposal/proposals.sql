-- One proposal, or those of a page. Its shape is told to the last digit, so that what was saved is what is read.
SELECT id, layer_id, feature_id, kind, state, version, author, writers, territory_code, municipality_code, title,
       CAST(properties AS text) AS properties, ST_AsGeoJSON(geom, 15, 0) AS geometry, base_version, note, created_at, updated_at,
       updated_by, published_version
FROM proposal
WHERE ${condition}
