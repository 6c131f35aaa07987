-- The desk has decided on the proposal of an offer; who offered is to be told, unless they are erased.
WITH decided AS (
  UPDATE plot_offer
  SET state = :state, plot_id = coalesce(plot_id, :plot), decided_at = now(), reason = :reason
  WHERE proposal_id = :proposal AND state = 'received'
  RETURNING id, email
)
INSERT INTO owner_mail (kind, offer_id) SELECT 'outcome', id FROM decided WHERE email IS NOT NULL
