UPDATE account
SET display_name = :display_name, email = :email, role = :role, territory_code = :territory_code, language = :language, active = :active
WHERE id = :id
