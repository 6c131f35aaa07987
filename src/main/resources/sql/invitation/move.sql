-- Who asked takes it back, or takes the time that the host has named.
UPDATE invitation SET state = :state, reason = coalesce(:reason, reason) WHERE id = :id AND state = ANY (:from)
