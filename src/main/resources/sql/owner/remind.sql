-- Reminders that are due, put into the queue: of letters that were sent, in which something is still open.
WITH due AS (
  SELECT id FROM owner_letter AS letter
  WHERE email IS NOT NULL AND expires_at > now() AND reminders < :reminders AND written_at <= now() - make_interval(secs => :every)
    AND EXISTS (SELECT FROM owner_question WHERE letter_id = letter.id AND state = 'open')
    AND NOT EXISTS (SELECT FROM owner_mail WHERE letter_id = letter.id AND next_attempt_at IS NOT NULL)
  FOR UPDATE SKIP LOCKED
), counted AS (
  UPDATE owner_letter AS letter SET reminders = reminders + 1, written_at = now() FROM due WHERE letter.id = due.id RETURNING letter.id
)
INSERT INTO owner_mail (kind, letter_id) SELECT 'reminder', id FROM counted
