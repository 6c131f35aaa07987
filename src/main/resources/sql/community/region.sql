SELECT region FROM territory WHERE code = :code AND publication_status = 'published'
