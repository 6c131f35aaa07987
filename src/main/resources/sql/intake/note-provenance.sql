-- Which row each record comes from, or was last changed by; a record that stays as it is keeps its provenance.
INSERT INTO load_record (feature_id, load_id, row_number)
SELECT coalesce(m.feature_id, t."#id"), :load, t."#row"
FROM ${target} AS t LEFT JOIN ${match} AS m ON m."#row" = t."#row"
WHERE ${accepted} AND (m.feature_id IS NULL OR m.changed <> '{}')
