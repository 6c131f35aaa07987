SELECT territory_code AS territory, year, mw, gwh, farmland_percent, note, demonstration, version, updated_at
FROM energy_target
WHERE territory_code = :territory
ORDER BY year
