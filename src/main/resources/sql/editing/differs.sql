-- Whether a feature is not yet as it shall be.
SELECT ${differs}
FROM ${relation}, (SELECT ${fresh} FROM jsonb_populate_record(CAST(NULL AS ${relation}), CAST(:values AS jsonb)) AS read) AS given
WHERE id = :id AND ${here}
