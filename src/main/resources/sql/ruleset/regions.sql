-- The region of each territory, as its record says.
SELECT code, region FROM territory WHERE region IS NOT NULL AND publication_status = 'published'
