-- Which public rows meet a condition.
SELECT id FROM ${relation} WHERE ${public} AND (${where})
