INSERT INTO inquiry_event (inquiry_id, author, kind, before, after, note) VALUES (:id, :author, :kind, :before, :after, :note)
