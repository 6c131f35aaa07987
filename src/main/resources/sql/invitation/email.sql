-- Where a host is written to, whether or not everybody may know.
SELECT email FROM ${relation} WHERE id = :id AND publication_status = 'published'
