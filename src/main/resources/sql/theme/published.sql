-- What everybody sees: the published document, never the one that waits.
SELECT id, 'published' AS state, demonstration, version, published_at, NULL AS author, published AS document
FROM theme_route
WHERE published IS NOT NULL AND (:id::bigint IS NULL OR id = :id)
ORDER BY published_at DESC, id
LIMIT 500
