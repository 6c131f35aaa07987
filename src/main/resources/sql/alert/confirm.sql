UPDATE saved_search SET confirmed_at = now() WHERE id = :id AND email IS NOT NULL AND confirmed_at IS NULL AND expires_at > now()
