-- Of two who publish into a layer at the same time the second compares with what the first has written.
SELECT pg_advisory_xact_lock(hashtext('publish'), hashtext(:layer))
