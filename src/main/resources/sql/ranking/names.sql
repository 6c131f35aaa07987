-- What people call some plots.
SELECT id, coalesce(name, code)
FROM ${relation}
WHERE ${public} AND id = ANY (:ids)
