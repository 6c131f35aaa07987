-- How many rows have the fingerprint of another's geometry: hardly ever any that are not the same.
SELECT count(*) - count(DISTINCT ${fingerprint}) FROM ${table} WHERE geom IS NOT NULL AND NOT ST_IsEmpty(geom)
