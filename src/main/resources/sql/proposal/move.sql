-- The state after a step.
UPDATE proposal
SET state = :state, version = version + 1, updated_at = now(), updated_by = :who, feature_id = coalesce(:feature, feature_id),
    published_version = :published
WHERE id = :id
