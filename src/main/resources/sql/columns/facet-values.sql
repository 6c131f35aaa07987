-- How often each value comes; of a list each member once a row.
SELECT CAST(value AS text) AS value, count(*) AS count
FROM ${relation} CROSS JOIN LATERAL (${members}) AS members
WHERE ${public} AND (${where})
GROUP BY value
