UPDATE company_network SET name = :name, kind = :kind, production_chain = :productionChain, register_number = :registerNumber, register_date = :registerDate,
       purpose_it = :purposeIt, purpose_en = :purposeEn, brand = :brand, website = :website, source = :source, public = :public,
       version = version + 1, updated_at = now(), updated_by = :author
WHERE id = :id AND version = :version
