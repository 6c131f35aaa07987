SELECT password_hash FROM account WHERE id = :id
