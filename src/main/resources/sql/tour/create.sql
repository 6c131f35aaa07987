INSERT INTO tour (name, language, state, question, plan, first_day, last_day, groups, stops, people, key_hash, owner_id, owner_name)
VALUES (:name, :language, :state, :question::jsonb, :plan::jsonb, :first::date, :last::date, :groups, :stops, :people::integer, :key, :ownerId::bigint, :owner::text)
RETURNING id
