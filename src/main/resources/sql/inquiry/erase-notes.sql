UPDATE inquiry_event SET note = NULL WHERE inquiry_id = :id AND kind = 'note'
