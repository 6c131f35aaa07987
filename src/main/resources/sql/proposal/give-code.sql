-- The code of a new feature, given when it is submitted.
UPDATE proposal SET properties = properties || jsonb_build_object('code', CAST(:code AS text)), title = coalesce(title, :code) WHERE id = :id
