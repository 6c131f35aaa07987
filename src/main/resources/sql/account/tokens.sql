SELECT id, name, array_to_string(scopes, ',') AS scopes, created_at, expires_at, last_used_at, revoked_at
FROM api_token
WHERE account_id = :account_id AND (:id::bigint IS NULL OR id = :id)
ORDER BY id
