-- Everybody who had to do with a proposal: wrote, decided, commented.
SELECT unnest(writers) FROM proposal WHERE id = :id
UNION SELECT who FROM proposal_step WHERE proposal_id = :id
UNION SELECT author FROM proposal_comment WHERE proposal_id = :id
