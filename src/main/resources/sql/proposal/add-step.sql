-- A step, as the proposal is after it.
INSERT INTO proposal_step (proposal_id, version, who, step, state, reason)
SELECT id, version, :who, :step, state, :reason FROM proposal WHERE id = :id
