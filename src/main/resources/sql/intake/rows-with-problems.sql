-- One item per problem; a page ends with a whole row, so it may be a little longer than asked for.
SELECT jsonb_build_object('page', p.row_number, 'row', p.row_number, 'code', p.code, 'field', p.field, 'reason', p.reason, 'key', t.code,
       'repairable', p.severity = 'repair',
       'lon', p.lon, 'lat', p.lat, 'geometry', ST_AsGeoJSON(t."#geom", 7)::jsonb)::text
FROM (SELECT * FROM load_problem WHERE load_id = :load AND severity IN (${severities}) AND row_number > :after
      ORDER BY row_number FETCH FIRST :limit ROWS WITH TIES) AS p
LEFT JOIN ${target} AS t ON t."#row" = p.row_number
ORDER BY p.row_number, p.code
