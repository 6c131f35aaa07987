-- The newest version below a number, as it was. Its values are read before its change is known: a layer may have attributes named like a change's.
SELECT found.version, found.status, made.at, made.author, made.reviewer, made.kind, made.reason, found.properties, found.geometry
FROM (SELECT kept.version, publication_status AS status, "#made" AS change,
             CAST((SELECT row_to_json(v) FROM (SELECT ${values}) AS v) AS text) AS properties, ST_AsGeoJSON(geom, 7, 0) AS geometry
      FROM ${kept} AS kept
      ORDER BY kept.version DESC
      LIMIT 1) AS found
LEFT JOIN change AS made ON made.id = found.change
