-- Takes some mails that are due; whoever dies while sending one leaves it to be taken again after the lease.
UPDATE notification AS n
SET mail_attempts = n.mail_attempts + 1, next_attempt_at = now() + interval '5 minutes'
FROM (SELECT id FROM notification WHERE next_attempt_at <= now() ORDER BY next_attempt_at LIMIT 20 FOR UPDATE SKIP LOCKED) AS due
WHERE n.id = due.id
RETURNING n.id, n.username, n.mail_attempts AS attempts
