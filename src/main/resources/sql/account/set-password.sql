UPDATE account SET password_hash = :password_hash, must_change_password = :must_change_password WHERE id = :id
