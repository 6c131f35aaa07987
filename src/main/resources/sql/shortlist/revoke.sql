DELETE FROM shared_shortlist WHERE token_hash = :token AND revoke_hash = :revocation AND expires_at > now()
