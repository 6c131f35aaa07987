SELECT id, territory_code, name, scenario_of, owner_name, version, created_at, updated_at, document::text AS document FROM energy_community WHERE id = :id
