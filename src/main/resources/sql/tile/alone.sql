-- The attributes of those features that are alone in their cells.
SELECT id${values}
FROM ${relation}
WHERE id = ANY (:ids) AND ${public}
