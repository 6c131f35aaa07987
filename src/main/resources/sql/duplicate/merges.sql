-- What was merged, the newest first.
SELECT m.id, m.kept_id, kept.code AS kept_code, kept.name AS kept_name, m.gone_id, gone.code AS gone_code, gone.name AS gone_name, m.merged_by, m.merged_at, m.undone_by,
       m.undone_at
FROM company_merge AS m JOIN company AS kept ON kept.id = m.kept_id JOIN company AS gone ON gone.id = m.gone_id
WHERE CAST(:territory AS text) IS NULL OR kept.territory_code = :territory
ORDER BY m.id DESC
LIMIT 200
