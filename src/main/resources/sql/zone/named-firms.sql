-- Firms that agreed to be shown, with a name and in a zone as far as each agreed to that.
SELECT id, ${name} AS name, ${chain} AS chain
FROM ${relation}
WHERE ${public} AND ${zone} = :zone AND ${name} IS NOT NULL
ORDER BY 2, id
LIMIT 60
