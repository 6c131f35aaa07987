INSERT INTO company_network (territory_code, name, kind, production_chain, register_number, register_date, purpose_it, purpose_en, brand, website, source, public, demonstration, updated_by)
VALUES (:territory, :name, :kind, :productionChain, :registerNumber, :registerDate, :purposeIt, :purposeEn, :brand, :website, :source, :public, :demonstration, :author)
RETURNING id
