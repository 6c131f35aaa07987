-- The host answers: yes, no, or another time, which is then the time on the table. Whoever was accepted may still be told that it can not be.
UPDATE invitation
SET state = :state, answered_at = now(), answered_by = :by, reason = :reason,
    asked_date = CASE WHEN CAST(:date AS date) IS NULL THEN asked_date ELSE coalesce(asked_date, visit_date) END,
    asked_starts = CASE WHEN CAST(:date AS date) IS NULL THEN asked_starts ELSE coalesce(asked_starts, starts) END,
    asked_ends = CASE WHEN CAST(:date AS date) IS NULL THEN asked_ends ELSE coalesce(asked_ends, ends) END,
    visit_date = coalesce(:date, visit_date), starts = coalesce(:starts, starts), ends = coalesce(:ends, ends),
    expires_at = greatest(expires_at, CAST(:expires AS timestamptz))
WHERE id = :id AND state = ANY (:from) AND (state = 'accepted' OR expires_at > now())
