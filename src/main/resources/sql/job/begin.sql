-- what is not waiting any more was cancelled, or is another's
UPDATE job
SET state = 'RUNNING', attempt = attempt + 1, started_at = now(), step = NULL, done = 0, total = NULL, step_seconds = 0
WHERE id = :id AND state = 'QUEUED'
RETURNING attempt, parameters, author
