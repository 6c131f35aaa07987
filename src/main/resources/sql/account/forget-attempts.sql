DELETE FROM login_attempt WHERE at < now() - interval '1 day'
