-- All technologies of a piece, those that do not wait too: they are computed in one, from one division of the ground.
SELECT technology, basis, touched FROM eligible_work WHERE piece_id = :piece ORDER BY technology
