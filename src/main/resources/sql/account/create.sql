INSERT INTO account (username, display_name, email, password_hash, must_change_password, role, territory_code, language)
VALUES (:username, :display_name, :email, :password_hash, true, :role, :territory_code, :language)
ON CONFLICT (lower(username)) DO NOTHING
RETURNING id
