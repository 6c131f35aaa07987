-- Takes some mails that are due; whoever dies while sending one leaves it to be taken again after the lease.
UPDATE inquiry_mail AS mail
SET attempts = mail.attempts + 1, next_attempt_at = now() + interval '5 minutes'
FROM (
  SELECT inquiry_id, kind
  FROM inquiry_mail JOIN inquiry ON inquiry.id = inquiry_id
  WHERE next_attempt_at <= now() AND kind IN (:kinds) AND state <> 'spam'
  ORDER BY next_attempt_at
  LIMIT 20
  FOR UPDATE OF inquiry_mail SKIP LOCKED
) AS due
WHERE mail.inquiry_id = due.inquiry_id AND mail.kind = due.kind
RETURNING mail.inquiry_id, mail.kind, mail.attempts
