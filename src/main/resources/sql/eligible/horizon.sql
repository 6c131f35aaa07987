-- No transaction lasts eight days: what is older than that and was not looked at never became visible.
WITH old AS (DELETE FROM eligible_look WHERE at < now() - interval '8 days' RETURNING change_id)
UPDATE eligible_horizon SET change_id = greatest(change_id, (SELECT max(change_id) FROM old)) WHERE EXISTS (SELECT FROM old)
