-- One feature, as it was locked. The database keeps its former version and says who changed it.
UPDATE ${relation}
SET ${assignments}, publication_status = 'published'
FROM (SELECT ${fresh} FROM jsonb_populate_record(CAST(NULL AS ${relation}), CAST(:values AS jsonb)) AS read) AS given
WHERE id = :id AND ${here}
RETURNING ${relation}.id, ${relation}.version, CAST(${relation}.xmin AS text) AS xmin
