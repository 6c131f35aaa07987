-- Two who bring the same feature back do it one after the other: where there is no row, there is none to lock.
SELECT pg_try_advisory_xact_lock(hashtext('comparto.history'), hashint8(:id))
