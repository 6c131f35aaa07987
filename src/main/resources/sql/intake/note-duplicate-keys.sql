-- The first row with a key is good, those after it are not.
INSERT INTO load_problem (load_id, row_number, code, severity, reason, field, lon, lat)
SELECT :load, "#row", 'key-duplicate', 'reject', 'row ' || first || ' has the key "' || left(${column}::text, 80) || '" too', :field,
       ST_X(ST_Centroid(ST_Envelope("#geom"))), ST_Y(ST_Centroid(ST_Envelope("#geom")))
FROM (SELECT "#row", "#geom", ${key}, min("#row") OVER (PARTITION BY ${key}) AS first FROM ${target} WHERE ${column} IS NOT NULL) AS rows
WHERE "#row" > first
