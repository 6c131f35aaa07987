-- Pairs of companies that share a number, a name, a place, a telephone or a domain, but for those of which somebody has said that they are two.
-- What many share (the telephone of an accountant, the domain of a provider) says nothing.
WITH subject AS MATERIALIZED (
  SELECT c.id, c.code, c.name, m.name AS municipality, c.address, c.consented_groups AS consents, ST_X(c.geom) AS lon, ST_Y(c.geom) AS lat, c.geom,
         nullif(regexp_replace(upper(c.tax_code), '[^A-Z0-9]', '', 'g'), '') AS tax, c.vat_number AS vat, company_name_form(c.name) AS form,
         CASE WHEN length(regexp_replace(c.phone, '\D', '', 'g')) >= 7 THEN right(regexp_replace(c.phone, '\D', '', 'g'), 9) END AS phone,
         CASE WHEN c.email LIKE '%@%' AND NOT free.domain THEN lower(btrim(c.email)) END AS email,
         CASE WHEN c.email LIKE '%@%' AND NOT free.domain THEN lower(split_part(c.email, '@', 2)) END AS domain,
         nullif(btrim(regexp_replace(search_form(c.address), '[^a-z0-9]+', ' ', 'g')) || coalesce(' ' || c.municipality_code, ''), coalesce(' ' || c.municipality_code, '')) AS place,
         c.headquarters_id AS headquarters
  FROM company AS c
  LEFT JOIN municipality AS m ON m.code = c.municipality_code
  CROSS JOIN LATERAL (SELECT coalesce(lower(split_part(c.email, '@', 2)) ~ '(^|\.)(gmail|libero|hotmail|outlook|live|yahoo|virgilio|alice|tin|tiscali|icloud|pec|legalmail|arubapec|postecert)\.[a-z]+$'
                                      OR lower(c.email) ~ '[@.]example\.(org|com|net)$', false) AS domain) AS free
  WHERE c.publication_status = 'published' AND (CAST(:territory AS text) IS NULL OR c.territory_code = :territory)
), few AS (
  SELECT array_agg(id) AS ids, cardinality(array_agg(id)) AS many
  FROM (SELECT id, 'phone ' || phone AS shared FROM subject WHERE phone IS NOT NULL
        UNION ALL SELECT id, 'domain ' || domain FROM subject WHERE domain IS NOT NULL
        UNION ALL SELECT id, 'place ' || place FROM subject WHERE place IS NOT NULL) AS shared
  GROUP BY shared HAVING count(*) BETWEEN 2 AND 8
), pair AS (
  SELECT least(a, b) AS a, greatest(a, b) AS b FROM few, unnest(ids) AS a, unnest(ids) AS b WHERE a < b
  UNION SELECT least(a.id, b.id), greatest(a.id, b.id) FROM subject AS a JOIN subject AS b ON a.tax = b.tax AND a.id < b.id
  UNION SELECT least(a.id, b.id), greatest(a.id, b.id) FROM subject AS a JOIN subject AS b ON a.vat = b.vat AND a.id < b.id
  UNION SELECT least(a.id, b.id), greatest(a.id, b.id) FROM subject AS a JOIN subject AS b ON a.tax = b.vat AND a.id <> b.id
  UNION SELECT least(a.id, b.id), greatest(a.id, b.id) FROM subject AS a JOIN company AS other ON other.geom && ST_Expand(a.geom, 0.0005) AND other.id > a.id
        JOIN subject AS b ON b.id = other.id
  -- Alike names are worth 45 points at most: whoever asks for more wants those only that are within 150 m or share something, however many share it
  UNION SELECT least(a.id, b.id), greatest(a.id, b.id) FROM subject AS a JOIN company AS other ON other.geom && ST_Expand(a.geom, 0.0025) AND other.id > a.id
        JOIN subject AS b ON b.id = other.id AND b.form % a.form
  UNION SELECT a.id, b.id FROM subject AS a JOIN subject AS b ON b.id > a.id AND b.phone = a.phone AND b.form % a.form
  UNION SELECT a.id, b.id FROM subject AS a JOIN subject AS b ON b.id > a.id AND b.domain = a.domain AND b.form % a.form
  UNION SELECT a.id, b.id FROM subject AS a JOIN subject AS b ON b.id > a.id AND b.place = a.place AND b.form % a.form
  UNION SELECT least(a.id, b.id), greatest(a.id, b.id) FROM subject AS a JOIN company AS other ON company_name_form(other.name) % a.form AND other.id > a.id
        JOIN subject AS b ON b.id = other.id WHERE :least <= 45
)
SELECT a.id AS a_id, a.code AS a_code, a.name AS a_name, a.municipality AS a_municipality, a.address AS a_address, a.tax AS a_tax, a.vat AS a_vat, a.consents AS a_consents, a.lon AS a_lon, a.lat AS a_lat, a.phone AS a_phone, a.email AS a_email, a.domain AS a_domain, a.place AS a_place, a.headquarters AS a_headquarters,
       b.id AS b_id, b.code AS b_code, b.name AS b_name, b.municipality AS b_municipality, b.address AS b_address, b.tax AS b_tax, b.vat AS b_vat, b.consents AS b_consents, b.lon AS b_lon, b.lat AS b_lat, b.phone AS b_phone, b.email AS b_email, b.domain AS b_domain, b.place AS b_place, b.headquarters AS b_headquarters,
       a.form AS a_form, b.form AS b_form, similarity(a.form, b.form) AS alike, ST_Distance(a.geom::geography, b.geom::geography) AS metres
FROM pair JOIN subject AS a ON a.id = pair.a JOIN subject AS b ON b.id = pair.b
WHERE NOT EXISTS (SELECT FROM company_distinct AS d WHERE d.first_id = a.id AND d.second_id = b.id)
