-- Energy areas of a territory by technology and stage. What lies in proposals is counted only for whoever may see proposals.
WITH area AS (
  SELECT technology, CASE marking_status WHEN 'proposed' THEN 'marked' WHEN 'marked' THEN 'approved' ELSE 'built' END AS stage,
         geom, power_kwp, yield_kwh_year, demonstration
  FROM energy_area
  WHERE territory_code = :territory AND publication_status = 'published' AND marking_status IN ('proposed', 'marked', 'built')
    AND coalesce(valid_from <= :day, true) AND coalesce(valid_to > :day, true)
  UNION ALL
  SELECT properties ->> 'technology', 'marked', geom, (properties ->> 'power_kwp')::numeric, (properties ->> 'yield_kwh_year')::numeric, false
  FROM proposal
  WHERE :withProposals AND layer_id = 'energy_area' AND kind = 'create' AND state IN ('submitted', 'approved') AND territory_code = :territory
    AND coalesce(properties ->> 'marking_status', 'marked') <> 'unmarked'
)
SELECT coalesce(technology, 'unknown') AS technology, stage, count(*) AS areas, coalesce(sum(ST_Area(ST_Transform(geom, CAST(:srid AS integer)))), 0) AS m2,
       sum(power_kwp) / 1e3 AS mw, sum(yield_kwh_year) / 1e6 AS gwh,
       count(*) FILTER (WHERE power_kwp IS NULL) AS without_power, count(*) FILTER (WHERE yield_kwh_year IS NULL) AS without_yield,
       bool_or(demonstration) AS demonstration
FROM area
GROUP BY 1, 2
