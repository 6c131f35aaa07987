-- The feature in which another one belongs keeps its shape, and stays public, until the end of this transaction.
SELECT id FROM ${relation} WHERE id = :id AND publication_status = 'published' FOR SHARE
