INSERT INTO proposal_version (proposal_id, version, author, properties, geom, note)
SELECT id, version, :who, properties, geom, note FROM proposal WHERE id = :id
