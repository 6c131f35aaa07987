-- The newest version below a number, as it was.
SELECT kept.version, publication_status AS status, made.at, made.author, made.reviewer, made.kind, made.reason,
       CAST((SELECT row_to_json(v) FROM (SELECT ${values}) AS v) AS text) AS properties, ST_AsGeoJSON(geom, 7, 0) AS geometry
FROM ${kept} AS kept
LEFT JOIN change AS made ON made.id = "#made"
ORDER BY kept.version DESC
LIMIT 1
