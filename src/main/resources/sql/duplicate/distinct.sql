-- Pairs of which somebody has said that they are two, the newest first.
SELECT d.first_id, first.code AS first_code, first.name AS first_name, d.second_id, second.code AS second_code, second.name AS second_name, d.stated_by, d.stated_at, d.note
FROM company_distinct AS d JOIN company AS first ON first.id = d.first_id JOIN company AS second ON second.id = d.second_id
WHERE CAST(:territory AS text) IS NULL OR first.territory_code = :territory
ORDER BY d.stated_at DESC, d.first_id, d.second_id
LIMIT 200
