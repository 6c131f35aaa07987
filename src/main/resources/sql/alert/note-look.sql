INSERT INTO saved_search_look (change_id, at) VALUES (:change, :at) ON CONFLICT DO NOTHING
