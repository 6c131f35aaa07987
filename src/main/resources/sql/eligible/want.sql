-- The basis that is wanted of every piece of a territory, by technology.
WITH wanted AS (
  SELECT p.id AS piece_id, w.technology, w.basis
  FROM eligible_piece AS p, unnest(CAST(:technologies AS text[]), CAST(:bases AS text[])) AS w(technology, basis)
  WHERE p.territory_code = :territory
)
INSERT INTO eligible_work AS work (piece_id, technology, basis) SELECT piece_id, technology, basis FROM wanted
ON CONFLICT (piece_id, technology) DO UPDATE SET basis = excluded.basis WHERE work.basis <> excluded.basis
