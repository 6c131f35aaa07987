SELECT id, created_at, expires_at, title, filter, sort, language, events, email, confirmed_at
FROM saved_search WHERE id = :id AND expires_at > now()
