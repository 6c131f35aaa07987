SELECT n.id, n.at, n.kind, n.proposal_id, n.who, n.reason, n.seen_at, p.kind AS proposal_kind, p.layer_id, p.title
FROM notification AS n JOIN proposal AS p ON p.id = n.proposal_id
WHERE n.id = :id
