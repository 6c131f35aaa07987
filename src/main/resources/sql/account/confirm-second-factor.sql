UPDATE account SET totp_secret = totp_pending, totp_pending = NULL, totp_last_step = :step
WHERE id = :id AND totp_pending = :pending
