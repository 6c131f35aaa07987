-- Every count of some months as it is kept.
SELECT month, kind, usage.plot_id, plot.code, attribute, count
FROM usage_count AS usage LEFT JOIN plot ON plot.id = usage.plot_id
WHERE month BETWEEN :from AND :to
  AND (:territory::text IS NULL OR usage.plot_id = 0 AND kind IN ('search', 'filter') OR plot.territory_code = :territory)
ORDER BY month, kind, usage.plot_id, attribute
