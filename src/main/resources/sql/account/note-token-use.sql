-- to the minute: reading must not become writing
UPDATE api_token SET last_used_at = now()
WHERE token_hash = :token_hash AND (last_used_at IS NULL OR last_used_at < now() - interval '1 minute')
