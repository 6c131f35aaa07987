INSERT INTO load (file_name, file_sha256, file_bytes, file, inspection, format, author, unlimited, territory)
VALUES (:file_name, :sha256, :bytes, :file, CAST(:inspection AS jsonb), :format, :author, :unlimited, :territory)
RETURNING id
