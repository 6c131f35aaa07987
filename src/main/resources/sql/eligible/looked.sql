INSERT INTO eligible_look (change_id, at) SELECT id, at FROM change WHERE id = ANY (:changes) ON CONFLICT DO NOTHING
