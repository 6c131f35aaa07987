-- Proposals about a company that is forgotten say nothing any more.
WITH emptied AS (
  UPDATE proposal SET properties = '{}', title = NULL, note = NULL WHERE layer_id = 'company' AND feature_id = :id RETURNING id
)
UPDATE proposal_version AS version SET properties = '{}', note = NULL FROM emptied WHERE version.proposal_id = emptied.id
