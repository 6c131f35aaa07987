-- A piece that waits and that nobody else computes: first those that a change has touched, of which somebody may be waiting for the result.
SELECT piece.id, piece.code, piece.territory_code, ST_AsBinary(piece.geom) AS geom
FROM eligible_piece AS piece JOIN eligible_territory AS territory USING (territory_code)
WHERE ${waiting}
ORDER BY NOT EXISTS (SELECT FROM eligible_work AS work WHERE work.piece_id = piece.id AND work.waiting AND work.computed_basis = work.basis), piece.id
LIMIT 1
FOR NO KEY UPDATE OF piece SKIP LOCKED
