INSERT INTO pvgis_answer (url, query, answer) VALUES (:url, :query, :answer::jsonb)
ON CONFLICT (url, query) DO UPDATE SET answer = excluded.answer, fetched_at = now()
