SELECT at, who, step, version, state, reason FROM proposal_step WHERE proposal_id = :id ORDER BY id
