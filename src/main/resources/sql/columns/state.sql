-- How many rows are public at this snapshot, and the oldest transaction that may still change what it sees: all that
-- becomes visible later was written by that one or a younger one.
SELECT (SELECT count(*) FROM ${relation} WHERE ${public}) AS rows, CAST(CAST(pg_snapshot_xmin(pg_current_snapshot()) AS xid) AS text) AS oldest
