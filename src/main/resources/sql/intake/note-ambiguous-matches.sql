-- Rows that find several records, or (which a territory's own account must not touch) a record of another territory.
INSERT INTO load_problem (load_id, row_number, code, severity, reason, field, lon, lat)
SELECT :load, m."#row", CASE WHEN count(*) > 1 THEN 'key-ambiguous' ELSE 'territory-forbidden' END, 'reject',
       CASE WHEN count(*) > 1 THEN 'the key finds ' || count(*) || ' records' ELSE 'the record belongs to another territory' END,
       CASE WHEN count(*) > 1 THEN :field ELSE 'territory_code' END,
       avg(ST_X(ST_Centroid(ST_Envelope(t."#geom")))), avg(ST_Y(ST_Centroid(ST_Envelope(t."#geom"))))
FROM ${match} AS m JOIN ${target} AS t ON t."#row" = m."#row"
GROUP BY m."#row"
HAVING count(*) > 1 OR :territory::text IS NOT NULL AND bool_or(m.territory_code IS DISTINCT FROM :territory)
