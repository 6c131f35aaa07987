INSERT INTO inquiry_mail (inquiry_id, kind) VALUES (:id, 'receipt'), (:id, 'notice')
