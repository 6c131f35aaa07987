INSERT INTO proposal_comment (proposal_id, version, author, text, place, attribute)
SELECT id, version, :author, :text, ST_SetSRID(ST_MakePoint(CAST(:longitude AS float8), CAST(:latitude AS float8)), 4326), :attribute FROM proposal WHERE id = :id
