INSERT INTO job (kind, parameters, author)
VALUES (:kind, CAST(:parameters AS json), :author)
RETURNING id
