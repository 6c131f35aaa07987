-- A list that has ended is not found, whether or not it was removed yet.
SELECT title, plot_ids, created_at, expires_at FROM shared_shortlist WHERE token_hash = :token AND expires_at > now()
