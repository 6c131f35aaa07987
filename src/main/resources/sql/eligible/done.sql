UPDATE eligible_work AS work SET computed_basis = done.basis, computed_touch = done.touched, computed_at = clock_timestamp()
FROM unnest(CAST(:technologies AS text[]), CAST(:bases AS text[]), CAST(:touches AS bigint[])) AS done(technology, basis, touched)
WHERE work.piece_id = :piece AND work.technology = done.technology
