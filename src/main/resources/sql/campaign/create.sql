-- No row, and so no id, where the territory is not served here.
INSERT INTO visit_campaign (territory_code, name, owner_id, owner_name, document)
SELECT code, :name, :ownerId::bigint, :owner, :document::jsonb FROM territory WHERE code = :territory AND publication_status = 'published'
RETURNING id
