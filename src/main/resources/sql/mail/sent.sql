UPDATE ${table} SET sent_at = now(), next_attempt_at = NULL, error = NULL WHERE id = :id
