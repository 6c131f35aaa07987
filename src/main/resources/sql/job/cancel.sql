-- a waiting job is cancelled at once, a running one is asked to end; final states stay as they are
UPDATE job
SET cancel_requested = true,
    state = CASE state WHEN 'QUEUED' THEN 'CANCELLED' ELSE state END,
    finished_at = CASE state WHEN 'QUEUED' THEN now() END
WHERE id = :id AND state IN ('QUEUED', 'RUNNING')
