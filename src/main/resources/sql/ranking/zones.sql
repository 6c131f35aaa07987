-- What zones look for.
SELECT id, coalesce(name, code) AS name, desired_vocation
FROM ${relation}
WHERE ${public}
ORDER BY id
