-- The owner says that a plot is as it is shown.
UPDATE plot SET verified_on = :today WHERE id = :id AND publication_status = 'published' AND verified_on IS DISTINCT FROM :today
