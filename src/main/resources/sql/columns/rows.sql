-- Rows of one layer, every value as text: numbers as they are, lists as JSON, days and moments as numbers since 1970.
SELECT id, (${public}) AS public${values}
FROM ${relation}
WHERE ${which}
ORDER BY id
