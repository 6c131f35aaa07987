-- Which public features of one layer meet the query, in its order: only ids and row versions, since their text lies
-- ready in memory. A row's version (xmin) changes with every change of the row.
SELECT id, xmin${keys}
FROM ${relation}
WHERE ${public} AND ${filter}
ORDER BY ${order}
LIMIT :limit OFFSET :offset
