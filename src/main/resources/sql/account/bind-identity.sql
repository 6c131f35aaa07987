INSERT INTO account_identity (issuer, subject, account_id) VALUES (:issuer, :subject, :id)
ON CONFLICT DO NOTHING
