-- All in one statement: the layer's revision counts statements.
INSERT INTO ${relation} (code, name, territory_code, source, valid_from, valid_to, demonstration, created_by, updated_by, piece, technology, eligibility, ruleset,
                         basis, missing, citation, limits, area_m2, geom)
SELECT row.code, row.name, :territory, row.source, row.valid_from, row.valid_to, row.demonstration, 'system', 'system', :piece, row.technology, row.eligibility,
       row.ruleset, row.basis, row.missing, row.citation, row.limits, row.area_m2, ST_Multi(ST_GeomFromWKB(decode(row.shape, 'hex'), 4326))
FROM jsonb_to_recordset(CAST(:rows AS jsonb)) AS row(code text, name text, source text, valid_from date, valid_to date, demonstration boolean, technology text,
  eligibility text, ruleset text, basis text[], missing text[], citation text, limits text[], area_m2 numeric, shape text)
ON CONFLICT (territory_code, code) DO NOTHING
