-- its instance is gone; somebody who had cancelled it gets what they asked for
UPDATE job
SET state = CASE WHEN cancel_requested THEN 'CANCELLED' ELSE 'FAILED' END,
    finished_at = now(),
    code = CASE WHEN NOT cancel_requested THEN :code END,
    message = CASE WHEN NOT cancel_requested THEN :message END
WHERE id = :id AND state = 'RUNNING'
  -- nobody else has settled it meanwhile
  AND EXISTS (SELECT FROM scheduled_tasks q WHERE q.task_name = job.kind AND q.task_instance = CAST(job.id AS text) AND q.version = :version)
