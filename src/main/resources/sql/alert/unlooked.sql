-- Changes that nobody has compared with the saved searches yet, whenever they became visible.
SELECT id, at FROM change
WHERE at > now() - interval '8 days' AND NOT EXISTS (SELECT FROM saved_search_look AS look WHERE look.change_id = change.id)
ORDER BY id
LIMIT 100
