-- One page of the public rows that meet a condition, in an order that only the database knows.
SELECT id FROM ${relation} WHERE ${public} AND (${where}) ORDER BY ${order} LIMIT :limit OFFSET :offset
