SELECT id, username, display_name, email, role, territory_code, municipality_code, layers, language, active, wants_mail,
  totp_secret IS NOT NULL AS has_second_factor, must_change_password, created_at, last_login_at
FROM account
WHERE (:id::bigint IS NULL OR id = :id) AND (:username::text IS NULL OR lower(username) = lower(:username))
ORDER BY lower(username)
