-- The plots of some months with their counts, the most read first; code and name where the plot still is.
SELECT usage.plot_id, plot.code, plot.name,
       sum(count) FILTER (WHERE kind = 'plot_view')::bigint AS plot_view,
       sum(count) FILTER (WHERE kind = 'fact_sheet')::bigint AS fact_sheet,
       sum(count) FILTER (WHERE kind = 'inquiry')::bigint AS inquiry
FROM usage_count AS usage LEFT JOIN plot ON plot.id = usage.plot_id
WHERE month BETWEEN :from AND :to AND usage.plot_id <> 0 AND (:territory::text IS NULL OR plot.territory_code = :territory)
GROUP BY usage.plot_id, plot.code, plot.name
ORDER BY sum(count) FILTER (WHERE kind = 'inquiry') DESC NULLS LAST, sum(count) DESC, usage.plot_id
LIMIT :limit
