-- Texts in the database's own order.
SELECT value FROM unnest(CAST(:values AS text[])) AS value ORDER BY value
