-- Every published company of a territory, whatever it consented to: statistics are not publication of its record. One text column for each
-- variable and one number for each amount, in the order of Variable and Amount; NULL is not known.
-- Divisions are those of ATECO 2025. A code of 2007 is in the division that the loaded table of correspondence gives for it, or for the codes below it, or for the
-- nearest code above it, if that is one division only; else it stays in its own, as 2007:25. A code whose version nobody has told is in unversioned:25.
WITH written AS (
  SELECT DISTINCT ateco_code AS code FROM company WHERE territory_code = :territory AND publication_status = 'published' AND ateco_version = '2007'
), counterpart AS (
  SELECT w.code, left(t.code_2025, 2) AS division,
         rank() OVER (PARTITION BY w.code ORDER BY CASE WHEN t.code_2007 = w.code THEN 0 WHEN t.code_2007 LIKE w.code || '%' THEN 1 ELSE 99 - length(t.code_2007) END) AS nearness
  FROM written AS w JOIN ateco_transcoding AS t ON t.code_2007 = w.code OR t.code_2007 LIKE w.code || '%' OR w.code LIKE t.code_2007 || '%'
), transcoded AS (
  SELECT code, min(division) AS division FROM counterpart WHERE nearness = 1 GROUP BY code HAVING count(DISTINCT division) = 1
)
SELECT c.id, c.municipality_code, c.zone_id, c.demonstration,
       c.production_chain, c.chain_role, c.size_class, c.turnover_class,
       CASE c.ateco_version WHEN '2025' THEN left(c.ateco_code, 2) WHEN '2007' THEN coalesce(t.division, '2007:' || left(c.ateco_code, 2)) ELSE 'unversioned:' || left(c.ateco_code, 2) END
         AS ateco_division,
       c.unit_kind, c.innovation_status,
       CASE WHEN c.export_percent > 0 THEN 'yes' WHEN c.export_percent = 0 THEN 'no' END AS exporter,
       CASE WHEN c.certifications <> '[]' THEN 'yes' WHEN c.certifications IS NOT NULL THEN 'no' END AS certified,
       CASE c.research WHEN true THEN 'yes' WHEN false THEN 'no' END AS research,
       CASE c.welfare_plan WHEN true THEN 'yes' WHEN false THEN 'no' END AS welfare_plan,
       CASE c.childcare WHEN true THEN 'yes' WHEN false THEN 'no' END AS childcare,
       CASE c.canteen WHEN true THEN 'yes' WHEN false THEN 'no' END AS canteen,
       CASE c.mobility_manager WHEN true THEN 'yes' WHEN false THEN 'no' END AS mobility_manager,
       CASE c.sustainability_report WHEN true THEN 'yes' WHEN false THEN 'no' END AS sustainability_report,
       CASE c.community_interest WHEN true THEN 'yes' WHEN false THEN 'no' END AS community_interest,
       c.visitable, c.employees_year::text AS employees_year,
       CASE WHEN c.certifications IS NOT NULL THEN coalesce((SELECT array_agg(DISTINCT one ->> 'scheme') FROM jsonb_array_elements(c.certifications) AS one
                                                             WHERE one ->> 'scheme' <> ''), '{none}') END AS certification,
       c.employees, c.employees_female, c.apprentices, c.trademarks, c.patents, c.contract_power_kw, c.consumption_kwh_year, c.roof_m2, c.pv_kwp, c.ev_chargers
FROM company AS c LEFT JOIN transcoded AS t ON c.ateco_version = '2007' AND t.code = c.ateco_code
WHERE c.territory_code = :territory AND c.publication_status = 'published'
ORDER BY c.id
