-- Every published company of a territory, whatever it consented to: statistics are not publication of its record. One text column for each
-- variable and one number for each amount, in the order of Variable and Amount; NULL is not known.
SELECT c.id, c.municipality_code, c.zone_id, c.demonstration,
       c.production_chain, c.chain_role, c.size_class, c.turnover_class, left(c.ateco_code, 2) AS ateco_division, c.unit_kind, c.innovation_status,
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
FROM company AS c
WHERE c.territory_code = :territory AND c.publication_status = 'published'
