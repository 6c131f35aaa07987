-- What is known of the public plots that meet a filter, in the order of ids.
SELECT id${values}
FROM ${relation}
WHERE ${public} AND (${matching})
ORDER BY id
