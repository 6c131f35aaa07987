DELETE FROM password_reset USING account
WHERE account.id = account_id AND token_hash = :token_hash AND expires_at > now() AND account.active
RETURNING account_id
