SELECT proposal_id, count(*) AS open FROM proposal_comment WHERE proposal_id IN (:ids) AND resolved_at IS NULL GROUP BY proposal_id
