-- One feature, as it was locked. The database keeps its former version and says who changed it.
UPDATE ${relation}
SET ${assignments}
FROM (SELECT ${fresh} FROM jsonb_populate_record(CAST(NULL AS ${relation}), CAST(:values AS jsonb)) AS read) AS given
WHERE id = :id AND ${public}
RETURNING CAST(${relation}.xmin AS text)
