-- The newest load of each source that stands.
SELECT DISTINCT ON (plan ->> 'source') plan ->> 'source' AS source, id, file_name, applied_at, author
FROM load
WHERE state = 'applied' AND plan ->> 'source' IS NOT NULL
ORDER BY plan ->> 'source', applied_at DESC, id DESC
