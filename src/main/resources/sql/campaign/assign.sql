-- By hand: only over what was read.
UPDATE visit_campaign SET assignments = :assignments::jsonb, result_version = result_version + 1, updated_at = now() WHERE id = :id AND result_version = :version
