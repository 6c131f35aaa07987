-- What some gateways are called.
SELECT id, version, coalesce(name, code) AS name
FROM ${relation} AS feature
WHERE ${public} AND id = ANY (:ids::bigint[])
ORDER BY id
