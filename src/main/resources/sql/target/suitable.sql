-- What the rule sets make suitable on a day, by technology; technologies that nobody has begun to compute are missing. Rows of one technology and piece
-- do not overlap.
WITH work AS (
  SELECT w.technology, bool_or(w.waiting) AS waiting, bool_or(w.computed_at IS NOT NULL) AS begun
  FROM eligible_work AS w
  JOIN eligible_piece AS p ON p.id = w.piece_id
  WHERE p.territory_code = :territory
  GROUP BY w.technology
)
SELECT work.technology, NOT work.waiting AS complete, coalesce(sum(e.area_m2), 0) AS m2
FROM work
LEFT JOIN eligible_area AS e ON e.technology = work.technology AND e.territory_code = :territory AND e.publication_status = 'published'
  AND e.eligibility = 'suitable' AND coalesce(e.valid_from <= :day, true) AND coalesce(e.valid_to > :day, true)
WHERE work.begun
GROUP BY work.technology, work.waiting
