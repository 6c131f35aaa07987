SELECT id, territory_code AS territory, taken_at, change_id, k, demonstration FROM census_edition WHERE territory_code = :territory ORDER BY id DESC LIMIT 1
