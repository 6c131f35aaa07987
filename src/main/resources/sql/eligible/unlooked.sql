-- Changes that nobody has compared with the pieces yet, whenever they became visible.
SELECT id FROM change
WHERE id > (SELECT change_id FROM eligible_horizon) AND NOT EXISTS (SELECT FROM eligible_look AS look WHERE look.change_id = change.id)
ORDER BY id LIMIT :many
