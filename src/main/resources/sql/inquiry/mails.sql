SELECT kind, attempts, next_attempt_at, sent_at, error FROM inquiry_mail WHERE inquiry_id = :id ORDER BY kind DESC
