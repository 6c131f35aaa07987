SELECT at, author, kind, before, after, note FROM inquiry_event WHERE inquiry_id = :id ORDER BY id
