SELECT account_id FROM account_identity WHERE issuer = :issuer AND subject = :subject
