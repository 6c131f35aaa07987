-- back to its place in the queue, to begin again; whoever still runs it finds another attempt's number
UPDATE job
SET state = 'QUEUED', attempt = attempt + 1, started_at = NULL, step = NULL, done = 0, total = NULL, step_seconds = 0
WHERE id = :id AND state = 'RUNNING' AND NOT cancel_requested
  -- nobody else has settled it meanwhile
  AND EXISTS (SELECT FROM scheduled_tasks q WHERE q.task_name = job.kind AND q.task_instance = CAST(job.id AS text) AND q.version = :version)
