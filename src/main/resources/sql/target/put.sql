-- No row comes back where the version that was read is no more the one that is there.
INSERT INTO energy_target AS t (territory_code, year, mw, gwh, farmland_percent, note, updated_by)
SELECT :territory, :year, :mw, :gwh, :farmlandPercent, :note, :author
WHERE :version = 0 OR EXISTS (SELECT FROM energy_target WHERE territory_code = :territory AND year = :year)
ON CONFLICT (territory_code, year) DO UPDATE
SET mw = excluded.mw, gwh = excluded.gwh, farmland_percent = excluded.farmland_percent, note = excluded.note, demonstration = false,
    version = t.version + 1, updated_at = now(), updated_by = excluded.updated_by
WHERE t.version = :version
RETURNING version
