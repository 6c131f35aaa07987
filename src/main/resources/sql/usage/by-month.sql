-- Figures of some months, what concerns plots added up over them; only plots of one territory where one is named.
SELECT month, kind, attribute, sum(count)::bigint AS count
FROM usage_count
WHERE month BETWEEN :from AND :to
  AND (kind <> 'inquiry' OR :territory::text IS NOT NULL OR plot_id = 0) -- an inquiry about three plots is one inquiry
  AND (:territory::text IS NULL OR plot_id = 0 AND kind IN ('search', 'filter')
       OR plot_id IN (SELECT id FROM plot WHERE territory_code = :territory))
GROUP BY month, kind, attribute
ORDER BY month, kind, attribute
