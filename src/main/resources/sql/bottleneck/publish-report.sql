-- The bottleneck of a report becomes public, in the words of the desk where it has its own.
UPDATE bottleneck
SET publication_status = 'published', name = coalesce(:name, name), description_it = coalesce(:description_it, description_it),
    description_en = coalesce(:description_en, description_en), attachments = CAST(:attachments AS jsonb)
WHERE id = :id AND publication_status = 'submitted'
