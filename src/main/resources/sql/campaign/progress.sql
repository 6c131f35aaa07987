-- By a search, which nobody else's assignment comes in between; one that another search has followed writes nothing any more.
UPDATE visit_campaign SET assignments = coalesce(:assignments::jsonb, assignments), search = :search::jsonb, result_version = result_version + 1,
       updated_at = now()
WHERE id = :id AND job_id = :job
