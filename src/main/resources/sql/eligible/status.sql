SELECT territory.territory_code, territory.paused, count(DISTINCT piece.id) AS pieces,
       count(DISTINCT piece.id) FILTER (WHERE NOT EXISTS (SELECT FROM eligible_work AS w WHERE w.piece_id = piece.id AND w.waiting)) AS done,
       count(DISTINCT piece.id) FILTER (WHERE piece.failed_at IS NOT NULL) AS failed, max(work.computed_at) AS computed_at
FROM eligible_territory AS territory
JOIN eligible_piece AS piece USING (territory_code)
LEFT JOIN eligible_work AS work ON work.piece_id = piece.id
GROUP BY territory.territory_code
ORDER BY territory.territory_code
