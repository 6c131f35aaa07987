-- No row comes back where the version that was read is no more the one that is there.
INSERT INTO utilised_farmland AS u (territory_code, hectares, year, source, updated_by)
SELECT :territory, :hectares, :year, :source, :author
WHERE :version = 0 OR EXISTS (SELECT FROM utilised_farmland WHERE territory_code = :territory)
ON CONFLICT (territory_code) DO UPDATE
SET hectares = excluded.hectares, year = excluded.year, source = excluded.source, version = u.version + 1, updated_at = now(), updated_by = excluded.updated_by
WHERE u.version = :version
RETURNING version
