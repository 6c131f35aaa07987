SELECT CAST(min(value) AS double precision) AS min, CAST(max(value) AS double precision) AS max, count(*) - count(value) AS unknown
FROM (SELECT ${number} AS value FROM ${relation} WHERE ${public} AND (${where})) AS found
