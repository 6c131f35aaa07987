SELECT account_id, array_to_string(scopes, ',') AS scopes
FROM api_token
WHERE token_hash = :token_hash AND revoked_at IS NULL AND expires_at > now()
