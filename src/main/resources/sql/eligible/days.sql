SELECT unnest(ARRAY[valid_from, valid_to]) AS day FROM ${relation}
WHERE publication_status = 'published' AND (valid_from IS NOT NULL OR valid_to IS NOT NULL)
  AND geom && (SELECT ${box} FROM eligible_piece AS piece WHERE piece.id = :piece)
