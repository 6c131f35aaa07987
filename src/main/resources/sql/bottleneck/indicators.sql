-- The register in figures: all of it in one row, then by one attribute each.
SELECT CASE WHEN grouping(bottleneck_type) = 0 THEN 'type' WHEN grouping(status) = 0 THEN 'status' WHEN grouping(severity) = 0 THEN 'severity'
            WHEN grouping(works_year) = 0 THEN 'works_until' ELSE 'all' END AS by,
       coalesce(bottleneck_type, status, severity::text, works_year::text) AS value, count(*) AS number,
       sum(cost_eur) AS cost, count(cost_eur) AS costs_known, sum(funded_eur) FILTER (WHERE cost_eur IS NOT NULL) AS funded,
       sum(cost_eur) FILTER (WHERE funded_eur IS NOT NULL) AS cost_with_funding, min(works_until) AS first_works_until, max(works_until) AS last_works_until
FROM (SELECT bottleneck_type, status, severity, cost_eur, funded_eur, works_until, extract(year FROM works_until)::integer AS works_year
      FROM ${relation} WHERE ${public} AND (${filter})) AS found
GROUP BY GROUPING SETS ((), (bottleneck_type), (status), (severity), (works_year))
ORDER BY 1, 3 DESC, 2
