INSERT INTO account (username, display_name, email, password_hash, must_change_password, role, territory_code, municipality_code, layers, language)
VALUES (:username, :display_name, :email, :password_hash, true, :role, :territory_code, :municipality_code, string_to_array(:layers, ','), :language)
ON CONFLICT (lower(username)) DO NOTHING
RETURNING id
