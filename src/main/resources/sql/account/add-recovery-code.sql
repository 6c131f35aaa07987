INSERT INTO recovery_code (account_id, code_hash) VALUES (:account_id, :code_hash)
