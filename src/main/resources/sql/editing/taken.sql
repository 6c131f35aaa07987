-- Who has a code, in a territory or anywhere.
SELECT id, publication_status = 'retired' AS retired
FROM ${relation}
WHERE code = :code AND (CAST(:territory AS text) IS NULL OR territory_code = CAST(:territory AS text))
ORDER BY id
LIMIT 1
