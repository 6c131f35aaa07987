-- Public features of one layer as typed values, in the query's order.
SELECT id, ST_AsBinary(${geom}) AS geometry, ${values}
FROM ${relation}
WHERE ${public} AND ${filter}
ORDER BY ${order}
LIMIT :limit OFFSET :offset
