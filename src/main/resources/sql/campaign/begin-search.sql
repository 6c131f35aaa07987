UPDATE visit_campaign SET job_id = :job, search = :search::jsonb, result_version = result_version + 1 WHERE id = :id
