-- a code that was seen over the shoulder, or sent twice, finds its step taken; in which order is left to the row's lock
UPDATE account SET totp_last_step = :step WHERE id = :id AND (totp_last_step IS NULL OR totp_last_step < :step)
