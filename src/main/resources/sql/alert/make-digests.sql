-- A digest for every confirmed address that has something to hear and was not written to lately; each event in one digest.
WITH due AS (
  SELECT id FROM saved_search AS search
  WHERE confirmed_at IS NOT NULL AND expires_at > now() AND (digest_at IS NULL OR digest_at <= now() - make_interval(secs => :every))
    AND EXISTS (SELECT FROM saved_search_event WHERE search_id = search.id AND mail_id IS NULL)
  ORDER BY id
  LIMIT 200
  FOR UPDATE SKIP LOCKED
), made AS (
  INSERT INTO saved_search_mail (search_id, kind) SELECT id, 'digest' FROM due RETURNING id, search_id
), noted AS (
  UPDATE saved_search SET digest_at = now() FROM due WHERE saved_search.id = due.id
)
UPDATE saved_search_event AS event SET mail_id = made.id FROM made WHERE event.search_id = made.search_id AND event.mail_id IS NULL
