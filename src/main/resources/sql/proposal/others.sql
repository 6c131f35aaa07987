-- Who else has something open about the same feature.
SELECT id, author, state, kind, updated_at FROM proposal
WHERE feature_id = :feature AND layer_id = :layer AND id <> :id AND state IN ('draft', 'submitted', 'approved', 'sent_back')
ORDER BY id LIMIT 20
