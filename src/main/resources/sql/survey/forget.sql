-- Who answered long ago, and what was typed and never sent, is forgotten.
UPDATE survey SET draft = '{}', stated_by = NULL, email = NULL
WHERE created_at < now() - make_interval(months => :months) AND (draft <> '{}' OR stated_by IS NOT NULL OR email IS NOT NULL)
