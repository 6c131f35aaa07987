-- For those who write: the latest documents, and whether they wait.
SELECT id, CASE WHEN published IS NULL THEN 'draft' WHEN published = document THEN 'published' ELSE 'changed' END AS state, demonstration, version, published_at,
       author_name AS author, document
FROM theme_route
WHERE :id::bigint IS NULL OR id = :id
ORDER BY updated_at DESC, id
LIMIT 500
