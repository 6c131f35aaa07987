-- Larger tables of which less than half is known to be visible to all.
SELECT relname
FROM pg_class JOIN pg_namespace ON pg_namespace.oid = relnamespace
WHERE nspname = current_schema() AND relkind = 'r' AND relname IN (:relations) AND relpages > 100 AND relallvisible < relpages / 2
