-- Takes some mails that are due; whoever dies while sending one leaves it to be taken again after the lease.
UPDATE ${table} AS mail
SET attempts = mail.attempts + 1, next_attempt_at = now() + interval '5 minutes'
FROM (
  SELECT id FROM ${table} WHERE next_attempt_at <= now() ORDER BY next_attempt_at, id LIMIT 20 FOR UPDATE SKIP LOCKED
) AS due
WHERE mail.id = due.id
RETURNING mail.id, mail.kind, mail.${subject} AS subject, mail.attempts
