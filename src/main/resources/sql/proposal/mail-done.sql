UPDATE notification SET sent_at = CASE WHEN :sent THEN now() END, next_attempt_at = NULL, error = NULL WHERE id = :id
