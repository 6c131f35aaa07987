-- Reminders that are due, put into the queue: of invitations that were mailed and still wait for the host's word.
WITH due AS (
  SELECT id FROM invitation AS i
  WHERE state = 'proposed' AND host_email IS NOT NULL AND expires_at > now() AND reminders < :reminders
    AND written_at <= now() - make_interval(secs => :every)
    AND NOT EXISTS (SELECT FROM invitation_mail WHERE invitation_id = i.id AND next_attempt_at IS NOT NULL)
  FOR UPDATE SKIP LOCKED
), counted AS (
  UPDATE invitation AS i SET reminders = reminders + 1, written_at = now() FROM due WHERE i.id = due.id RETURNING i.id
)
INSERT INTO invitation_mail (kind, invitation_id) SELECT 'reminder', id FROM counted
