SELECT id, at, author, text, ST_AsGeoJSON(place, 7, 0) AS place, attribute, version, resolved_at, resolved_by
FROM proposal_comment
WHERE proposal_id = :id
ORDER BY id
