UPDATE account
SET display_name = :display_name, email = :email, role = :role, territory_code = :territory_code,
  municipality_code = :municipality_code, layers = string_to_array(:layers, ','), language = :language, active = :active
WHERE id = :id
