-- Companies that share something with one that somebody types: a number, a name, a telephone, an e-mail, an address, a spot. What is NULL is not typed yet.
WITH typed AS (
  SELECT nullif(regexp_replace(upper(CAST(:tax AS text)), '[^A-Z0-9]', '', 'g'), '') AS tax, nullif(regexp_replace(upper(CAST(:vat AS text)), '[^A-Z0-9]|^IT', '', 'g'), '') AS vat,
         coalesce(company_name_form(CAST(:name AS text)), '') AS form, nullif(lower(btrim(CAST(:email AS text))), '') AS email,
         CASE WHEN length(regexp_replace(CAST(:phone AS text), '\D', '', 'g')) >= 7 THEN right(regexp_replace(CAST(:phone AS text), '\D', '', 'g'), 9) END AS phone,
         nullif(btrim(regexp_replace(search_form(CAST(:address AS text)), '[^a-z0-9]+', ' ', 'g')), '') AS place,
         ST_SetSRID(ST_MakePoint(CAST(:lon AS float8), CAST(:lat AS float8)), 4326) AS geom
), known AS (
  SELECT c.id, c.code, c.name, m.name AS municipality, c.address, c.geom, company_name_form(c.name) AS form, nullif(lower(btrim(c.email)), '') AS email,
         nullif(regexp_replace(upper(c.tax_code), '[^A-Z0-9]', '', 'g'), '') AS tax, c.vat_number AS vat,
         CASE WHEN length(regexp_replace(c.phone, '\D', '', 'g')) >= 7 THEN right(regexp_replace(c.phone, '\D', '', 'g'), 9) END AS phone,
         nullif(btrim(regexp_replace(search_form(c.address), '[^a-z0-9]+', ' ', 'g')), '') AS place
  FROM company AS c
  LEFT JOIN municipality AS m ON m.code = c.municipality_code
  WHERE c.publication_status = 'published' AND (CAST(:territory AS text) IS NULL OR c.territory_code = :territory)
)
SELECT known.id, known.code, known.name, known.municipality, known.address,
       typed.form AS typed_form, coalesce(known.form, '') AS known_form, coalesce(similarity(typed.form, known.form), 0) AS alike,
       typed.tax AS typed_tax, typed.vat AS typed_vat, typed.phone AS typed_phone, typed.email AS typed_email,
       known.tax AS known_tax, known.vat AS known_vat, known.phone AS known_phone, known.email AS known_email,
       -- the same street and number in another municipality is another place
       CASE WHEN typed.geom IS NULL OR ST_DWithin(typed.geom::geography, known.geom::geography, 5000) THEN typed.place END AS typed_place, known.place AS known_place,
       ST_Distance(typed.geom::geography, known.geom::geography) AS metres
FROM typed, known
WHERE known.tax IN (typed.tax, typed.vat) OR known.vat IN (typed.tax, typed.vat) OR typed.form <> '' AND known.form % typed.form
   OR known.phone = typed.phone OR known.email = typed.email OR known.place = typed.place OR known.geom && ST_Expand(typed.geom, 0.0005)
