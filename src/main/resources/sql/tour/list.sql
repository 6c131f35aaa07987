SELECT id, name, state, language, sequence, version, first_day, last_day, groups, stops, jsonb_array_length(question->'stops') AS chosen, people, owner_name, updated_at
FROM tour WHERE :owner::text IS NULL OR owner_name = :owner
ORDER BY updated_at DESC, id DESC LIMIT 1000
