INSERT INTO census_edition (territory_code, change_id, k, demonstration, figures) VALUES (:territory, :change, :k, :demonstration, :figures::jsonb)
