-- What the newest edition of a territory has counted.
INSERT INTO census_counted (territory_code, looked_at, companies, fingerprints) VALUES (:territory, :change, :companies, :fingerprints)
ON CONFLICT (territory_code) DO UPDATE SET looked_at = excluded.looked_at, companies = excluded.companies, fingerprints = excluded.fingerprints
