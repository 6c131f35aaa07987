-- One new feature.
INSERT INTO ${relation} (${names}geom, created_by, updated_by, change_id)
SELECT ${given}CAST(:shape AS geometry), :author, :author, :change
FROM (SELECT ${fresh} FROM jsonb_populate_record(CAST(NULL AS ${relation}), CAST(:values AS jsonb)) AS read) AS given
RETURNING id, version, CAST(xmin AS text) AS xmin
