-- nothing is written for a job that was removed meanwhile
INSERT INTO job_log (job_id, at, message)
SELECT id, :at, :message FROM job WHERE id = :id
