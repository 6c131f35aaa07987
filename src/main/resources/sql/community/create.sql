-- No row, and so no id, where the territory is not served here.
INSERT INTO energy_community (territory_code, name, scenario_of, owner_id, owner_name, document)
SELECT code, :name, :scenarioOf::bigint, :ownerId::bigint, :owner, :document::jsonb FROM territory WHERE code = :territory AND publication_status = 'published'
RETURNING id
