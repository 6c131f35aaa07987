INSERT INTO verdict (id, question, answer, created_at) VALUES (:id, :question::jsonb, :answer, :created_at) ON CONFLICT (id) DO NOTHING
