-- Only what nobody has changed since it was read.
UPDATE inquiry
SET state = :state, assigned_to = :assigned_to, version = version + 1,
    answered_at = CASE WHEN :state IN ('answered', 'closed') THEN coalesce(answered_at, now()) ELSE answered_at END
WHERE id = :id AND version = :version
