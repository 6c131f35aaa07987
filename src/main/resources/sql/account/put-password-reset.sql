INSERT INTO password_reset (account_id, token_hash, expires_at)
VALUES (:account_id, :token_hash, now() + make_interval(mins => :minutes))
ON CONFLICT (account_id) DO UPDATE SET token_hash = excluded.token_hash, expires_at = excluded.expires_at
