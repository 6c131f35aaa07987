-- The perimeters as they would be once a checked load is applied: what the file does not speak of stays.
SELECT p.code, coalesce(p.substation_name, p.name) AS name, p.distributor, p.geom
FROM primary_substation_area AS p
WHERE p.publication_status = 'published' AND NOT EXISTS (SELECT FROM ${match} AS m WHERE m.feature_id = p.id AND (m."#row" IS NULL OR m.changed <> '{}'))
UNION ALL
SELECT t.code, coalesce(f.file ->> 'substation_name', p.substation_name, f.file ->> 'name', p.name), coalesce(f.file ->> 'distributor', p.distributor),
       CASE WHEN p.id IS NULL OR 'geometry' = ANY (m.changed) THEN t."#geom" ELSE p.geom END
FROM ${target} AS t
CROSS JOIN LATERAL (SELECT to_jsonb(t) - '#geom' AS file) AS f
LEFT JOIN ${match} AS m ON m."#row" = t."#row"
LEFT JOIN primary_substation_area AS p ON p.id = m.feature_id
WHERE ${accepted} AND (p.id IS NULL OR p.publication_status = 'published' AND m.changed <> '{}')
