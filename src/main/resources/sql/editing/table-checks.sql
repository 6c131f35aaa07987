-- The checks of a relation, its parents' too, and the columns that each speaks of.
SELECT c.conname AS name, pg_get_expr(c.conbin, c.conrelid) AS condition,
       (SELECT array_agg(CAST(a.attname AS text) ORDER BY a.attnum) FROM pg_attribute AS a
        WHERE a.attrelid = c.conrelid AND a.attnum = ANY (c.conkey)) AS columns
FROM pg_constraint AS c
WHERE c.contype = 'c' AND c.conrelid = CAST(:relation AS regclass)
ORDER BY c.conname
