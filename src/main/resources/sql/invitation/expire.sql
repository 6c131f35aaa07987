-- Nobody has answered in time: the slot is free, and who asked is told.
WITH over AS (
  UPDATE invitation SET state = 'expired' WHERE state IN ('proposed', 'countered') AND expires_at <= now() RETURNING id, about, host_id, organiser_email
), told AS (
  INSERT INTO invitation_mail (kind, invitation_id) SELECT 'expiry', id FROM over WHERE organiser_email IS NOT NULL
)
SELECT id, about, host_id FROM over
