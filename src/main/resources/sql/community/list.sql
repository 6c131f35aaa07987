SELECT id, territory_code, name, scenario_of, owner_name, version, created_at, updated_at FROM energy_community
WHERE :territory::text IS NULL OR territory_code = :territory
ORDER BY updated_at DESC, id DESC LIMIT 1000
