-- Of two who publish into a layer at the same time one checks after the other has written.
SELECT pg_advisory_xact_lock(hashtext('publish'), hashtext(:layer))
