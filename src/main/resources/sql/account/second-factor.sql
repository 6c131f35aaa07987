SELECT totp_secret AS secret, totp_pending AS pending FROM account WHERE id = :id
