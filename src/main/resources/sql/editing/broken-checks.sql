-- Which of these checks a feature would break with these values in the place of those that it has; a new one has none.
SELECT c.number
FROM jsonb_populate_record((SELECT present FROM ${relation} AS present WHERE id = CAST(:id AS bigint)), CAST(:values AS jsonb)) AS given
CROSS JOIN LATERAL (VALUES ${conditions}) AS c(number, holds)
WHERE c.holds IS FALSE
ORDER BY c.number
