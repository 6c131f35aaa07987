-- Companies for the desk, those without consent too, by name; each with what became of the last survey.
SELECT c.id, c.code, c.name, c.territory_code, m.name AS municipality, c.ateco_code, c.ateco_version, c.production_chain, c.employees, c.size_class,
       c.sole_trader, c.verified_on, c.consented_groups, c.email, ST_X(c.geom) AS lon, ST_Y(c.geom) AS lat,
       (SELECT state FROM survey WHERE company_id = c.id ORDER BY id DESC LIMIT 1) AS survey,
       CAST(:ateco AS text) IS NOT NULL AND NOT c.ateco_code LIKE :ateco || '%' AS by_other_version,
       count(*) OVER () AS total
FROM company AS c
LEFT JOIN municipality AS m ON m.code = c.municipality_code
WHERE c.publication_status = 'published'
  AND (CAST(:territory AS text) IS NULL OR c.territory_code = :territory)
  AND (CAST(:q AS text) IS NULL OR c.search_text LIKE '%' || search_form(:q) || '%' OR c.vat_number = :q OR upper(c.tax_code) = upper(:q))
  AND (CAST(:chain AS text) IS NULL OR c.production_chain = :chain)
  AND (CAST(:size AS text) IS NULL OR c.size_class = :size)
  AND (CAST(:municipality AS text) IS NULL OR c.municipality_code = :municipality)
  AND (CAST(:consent AS text) IS NULL OR CASE :consent WHEN 'none' THEN c.consented_groups = '{}' WHEN 'some' THEN cardinality(c.consented_groups) BETWEEN 1 AND 8
       WHEN 'all' THEN cardinality(c.consented_groups) = 9 ELSE :consent = ANY (c.consented_groups) END)
  AND (CAST(:ateco AS text) IS NULL
       -- a code of a company may be coarser than those of the table
       OR coalesce(c.ateco_version, '2007') = '2007' AND EXISTS (SELECT FROM unnest(CAST(:in2007 AS text[])) AS one WHERE c.ateco_code LIKE one || '%' OR one LIKE c.ateco_code || '.%' AND one <> :ateco)
       OR coalesce(c.ateco_version, '2025') = '2025' AND EXISTS (SELECT FROM unnest(CAST(:in2025 AS text[])) AS one WHERE c.ateco_code LIKE one || '%' OR one LIKE c.ateco_code || '.%' AND one <> :ateco))
ORDER BY c.name NULLS LAST, c.id
LIMIT :limit OFFSET :offset
