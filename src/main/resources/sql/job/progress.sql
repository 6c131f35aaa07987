-- no row: the job is not this attempt's any more
UPDATE job
SET step = :step, done = :done, total = :total, step_seconds = :step_seconds
WHERE id = :id AND attempt = :attempt AND state = 'RUNNING'
RETURNING cancel_requested
