-- Takes some mails that are due; whoever dies while sending one leaves it to be taken again after the lease.
UPDATE saved_search_mail AS mail
SET attempts = mail.attempts + 1, next_attempt_at = now() + interval '5 minutes'
FROM (
  SELECT saved_search_mail.id FROM saved_search_mail JOIN saved_search ON saved_search.id = search_id
  WHERE next_attempt_at <= now() AND email IS NOT NULL AND expires_at > now()
  ORDER BY next_attempt_at
  LIMIT 20
  FOR UPDATE OF saved_search_mail SKIP LOCKED
) AS due
WHERE mail.id = due.id
RETURNING mail.id, mail.search_id, mail.kind, mail.attempts
