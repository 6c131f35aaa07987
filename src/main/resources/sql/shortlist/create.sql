INSERT INTO shared_shortlist (token_hash, revoke_hash, title, plot_ids, expires_at)
VALUES (:token, :revocation, :title, :ids, now() + make_interval(days => :days))
RETURNING expires_at
