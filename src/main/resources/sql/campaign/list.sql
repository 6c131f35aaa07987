SELECT id, territory_code, name, owner_name, version, result_version, created_at, updated_at, job_id,
       jsonb_array_length(CASE jsonb_typeof(document->'groups') WHEN 'array' THEN document->'groups' ELSE '[]' END) AS groups,
       jsonb_array_length(CASE jsonb_typeof(document->'hosts') WHEN 'array' THEN document->'hosts' ELSE '[]' END) AS hosts,
       jsonb_array_length(assignments) AS visits, coalesce((document->>'demonstration')::boolean, false) AS demonstration
FROM visit_campaign WHERE :territory::text IS NULL OR territory_code = :territory
ORDER BY updated_at DESC, id DESC LIMIT 1000
