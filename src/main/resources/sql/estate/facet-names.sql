-- What features are called, by their ids.
SELECT id, coalesce(name, code) AS name
FROM ${relation}
WHERE ${public} AND id = ANY(:ids)
