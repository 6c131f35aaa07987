-- Invented networks of the invented companies, so that the place Census has something to show; labelled as demonstration like everything else of it.
WITH wanted (territory, name, kind, chain, most, purpose_it, purpose_en, brand) AS (VALUES
  ('cremona', 'Rete dimostrativa della meccanica cremonese', 'contract', 'mechanics', 9,
   'Rete inventata: acquisti comuni, formazione e partecipazione a fiere.', 'Invented network: joint purchases, training and trade fairs.', NULL),
  ('cremona', 'Filiera dimostrativa agroalimentare', 'chain', 'agri_food', 14,
   'Filiera inventata, dalla materia prima al prodotto finito.', 'Invented production chain, from raw material to finished product.', NULL),
  ('segromigno', 'Cluster calzaturiero dimostrativo', 'cluster', 'footwear', 22,
   'Cluster inventato di produttori e fornitori della calzatura.', 'Invented cluster of makers and suppliers of footwear.', NULL),
  ('fiorano', 'Marchio d''area dimostrativo della ceramica', 'area_brand', 'ceramics', 12,
   'Marchio inventato di un distretto ceramico.', 'Invented brand of a ceramic district.', 'Ceramica dimostrativa'),
  ('canavese', 'Rete dimostrativa del digitale', 'contract_entity', 'digital', 8,
   'Rete inventata di imprese digitali con progetti comuni.', 'Invented network of digital firms with joint projects.', NULL)),
made AS (
  INSERT INTO company_network (territory_code, name, kind, production_chain, purpose_it, purpose_en, brand, source, public, demonstration, updated_by)
  SELECT territory, name, kind, chain, purpose_it, purpose_en, brand, 'Dati dimostrativi di Comparto', true, true, 'demonstration'
  FROM wanted WHERE EXISTS (SELECT FROM territory WHERE code = wanted.territory)
  ON CONFLICT DO NOTHING
  RETURNING id, territory_code, name, production_chain),
firms AS (
  SELECT made.id AS network, company.id AS company, row_number() OVER (PARTITION BY made.id ORDER BY company.code) AS place, wanted.most
  FROM made JOIN wanted ON wanted.territory = made.territory_code AND wanted.name = made.name
  JOIN company ON company.territory_code = made.territory_code AND company.production_chain = made.production_chain AND company.demonstration)
INSERT INTO company_network_member (network_id, company_id, role, joined_on)
SELECT network, company, CASE WHEN place = 1 THEN 'lead' WHEN place % 4 = 0 THEN 'supplier' ELSE 'member' END, DATE '2021-01-01' + (place * 37)::integer
FROM firms WHERE place <= most
