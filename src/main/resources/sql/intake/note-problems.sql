-- Rows of a target table with the faults that they have. A field is noted once per row: the first fault is the cause of the others.
INSERT INTO load_problem (load_id, row_number, code, severity, reason, field, lon, lat)
SELECT DISTINCT ON (t."#row", fault.field) :load, t."#row", fault.code, fault.severity, fault.reason, fault.field,
       ST_X(ST_Centroid(ST_Envelope(t."#geom"))), ST_Y(ST_Centroid(ST_Envelope(t."#geom")))
FROM ${target} AS t
${join}
CROSS JOIN LATERAL (VALUES
  ${faults}
) AS fault (present, code, field, severity, reason)
WHERE fault.present
  AND NOT EXISTS (SELECT FROM load_problem AS known WHERE known.load_id = :load AND known.row_number = t."#row"
                  AND (known.field = fault.field OR known.code = fault.code AND known.field IS NOT DISTINCT FROM fault.field))
