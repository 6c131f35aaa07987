SELECT id, created_at, expires_at, title, filter, sort, language, events, email, confirmed_at
FROM saved_search WHERE created_at <= :before AND expires_at > now() ORDER BY id
