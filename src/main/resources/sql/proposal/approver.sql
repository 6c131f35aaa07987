SELECT who FROM proposal_step WHERE proposal_id = :id AND step = 'approve' ORDER BY id DESC LIMIT 1
