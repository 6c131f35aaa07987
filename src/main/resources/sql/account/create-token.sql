INSERT INTO api_token (account_id, name, token_hash, scopes, expires_at)
VALUES (:account_id, :name, :token_hash, string_to_array(:scopes, ','), now() + make_interval(days => :days))
RETURNING id
