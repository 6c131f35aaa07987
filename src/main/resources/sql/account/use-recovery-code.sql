UPDATE recovery_code SET used_at = now() WHERE account_id = :account_id AND code_hash = :code_hash AND used_at IS NULL
