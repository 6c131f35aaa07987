DELETE FROM inquiry_mail WHERE inquiry_id = :id AND sent_at IS NULL
