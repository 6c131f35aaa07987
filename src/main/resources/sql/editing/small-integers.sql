-- Columns of a relation that keep integers of 32 bits only.
SELECT CAST(attname AS text) FROM pg_attribute
WHERE attrelid = CAST(:relation AS regclass) AND atttypid = CAST('integer' AS regtype) AND attnum > 0 AND NOT attisdropped
