INSERT INTO job (kind, parameters, author)
VALUES (:kind, CAST(:parameters AS jsonb), :author)
RETURNING id
