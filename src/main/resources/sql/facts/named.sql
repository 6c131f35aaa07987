-- What a reference means: the feature with this id or code.
SELECT id, coalesce(name, code) AS name FROM ${relation} AS feature WHERE ${public} AND ${key} = :value ORDER BY id LIMIT 1
