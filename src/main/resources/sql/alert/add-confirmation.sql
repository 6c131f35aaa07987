INSERT INTO saved_search_mail (search_id, kind) VALUES (:id, 'confirmation')
