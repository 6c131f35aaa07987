-- How many rows have any of these faults: a count is shared among the server's processes, what writes is not.
SELECT count(*)
FROM ${target} AS t
${join}
WHERE ${present}
