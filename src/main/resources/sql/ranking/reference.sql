-- The name of what an attribute refers to, by its id or its code.
SELECT coalesce(name, code)
FROM ${relation}
WHERE ${public} AND ${key} = :value
LIMIT 1
