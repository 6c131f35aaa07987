-- A decision, on the version that was read.
UPDATE bottleneck_report
SET state = :state, merged_into = :into, decided_at = now(), decided_by = :author, reason = :reason, version = version + 1
WHERE id = :id AND version = :version AND state IN ('new', 'spam')
