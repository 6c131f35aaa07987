SELECT id, username, display_name, email, role, territory_code, language, active, must_change_password, created_at, last_login_at
FROM account
WHERE (:id::bigint IS NULL OR id = :id) AND (:username::text IS NULL OR lower(username) = lower(:username))
ORDER BY lower(username)
