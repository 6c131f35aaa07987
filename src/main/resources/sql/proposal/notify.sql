INSERT INTO notification (username, kind, proposal_id, who, reason, next_attempt_at)
VALUES (:username, :kind, :proposal, :who, :reason, CASE WHEN :mail THEN now() END)
