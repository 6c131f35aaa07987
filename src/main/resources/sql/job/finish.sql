UPDATE job
SET state = :state, finished_at = now(), code = :code, message = :message, result = CAST(:result AS json)
WHERE id = :id AND attempt = :attempt AND state = 'RUNNING'
