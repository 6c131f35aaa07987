-- Takes some mails that are due; whoever dies while sending one leaves it to be taken again after the lease.
UPDATE survey_mail AS mail
SET attempts = mail.attempts + 1, next_attempt_at = now() + interval '5 minutes'
FROM (
  SELECT id FROM survey_mail WHERE next_attempt_at <= now() ORDER BY next_attempt_at LIMIT 20 FOR UPDATE SKIP LOCKED
) AS due
WHERE mail.id = due.id
RETURNING mail.id, mail.kind, mail.survey_id, mail.attempts
