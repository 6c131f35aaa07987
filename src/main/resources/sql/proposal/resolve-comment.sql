-- Done with, or open again; who did it first stays.
UPDATE proposal_comment
SET resolved_at = CASE WHEN :resolved THEN coalesce(resolved_at, now()) END, resolved_by = CASE WHEN :resolved THEN coalesce(resolved_by, :who) END
WHERE id = :comment AND proposal_id = :id
