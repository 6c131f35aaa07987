UPDATE inquiry_mail SET sent_at = now(), next_attempt_at = NULL, error = NULL WHERE inquiry_id = :id AND kind = :kind
