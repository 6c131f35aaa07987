-- Whoever writes a shape of this layer meanwhile waits for the end of this transaction.
SELECT pg_advisory_xact_lock(hashtextextended('comparto.editing.' || :layer, 0))
