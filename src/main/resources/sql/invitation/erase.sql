-- Who asked, whom and what they wrote is forgotten; that a visit was stays, without anybody's name.
WITH old AS (
  UPDATE invitation
  SET host_email = NULL, organiser_name = NULL, organiser_email = NULL, organiser_phone = NULL, note = NULL, reason = NULL, party = '{}', erased_at = now()
  WHERE erased_at IS NULL AND visit_date < CAST(:before AS date) RETURNING id
), unsent AS (
  DELETE FROM invitation_mail WHERE invitation_id IN (SELECT id FROM old)
)
SELECT count(*) FROM old
