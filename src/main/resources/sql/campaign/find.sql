SELECT id, territory_code, name, owner_name, version, result_version, created_at, updated_at, job_id, document::text AS document, assignments::text AS assignments,
       search::text AS search
FROM visit_campaign WHERE id = :id
