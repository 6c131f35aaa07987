-- All that is kept of one version, to write it again.
SELECT CAST(attributes AS text) AS attributes, CAST(geom AS text) AS shape, ST_AsGeoJSON(geom, 15, 0) AS geometry
FROM (SELECT version, (SELECT to_jsonb(v) FROM (SELECT ${present}) AS v) AS attributes, geom FROM ${relation} AS present WHERE id = :id
      UNION ALL
      SELECT version, attributes, geom FROM feature_history WHERE layer_id = :layer AND feature_id = :id AND version = :version) AS kept
WHERE version = :version
LIMIT 1
