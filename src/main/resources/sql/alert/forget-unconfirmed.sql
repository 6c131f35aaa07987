-- The search itself stays for its feed; its mail goes.
WITH forgotten AS (
  UPDATE saved_search SET email = NULL, consent_version = NULL, consent_at = NULL
  WHERE email IS NOT NULL AND confirmed_at IS NULL AND created_at < now() - make_interval(days => :days)
  RETURNING id
)
DELETE FROM saved_search_mail WHERE search_id IN (SELECT id FROM forgotten)
