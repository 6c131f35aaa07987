-- A photo of a public bottleneck.
SELECT p.jpeg FROM bottleneck_photo AS p JOIN bottleneck AS b ON b.id = p.bottleneck_id
WHERE p.id = CAST(:id AS uuid) AND b.publication_status = 'published'
