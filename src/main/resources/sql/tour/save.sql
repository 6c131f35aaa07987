UPDATE tour SET name = :name, language = :language, state = :state, sequence = :sequence, question = :question::jsonb, plan = :plan::jsonb, first_day = :first::date,
  last_day = :last::date, groups = :groups, stops = :stops, people = :people::integer, version = version + 1, updated_at = now()
WHERE id = :id AND version = :version
