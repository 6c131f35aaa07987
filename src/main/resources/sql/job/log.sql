-- the newest lines, oldest first
SELECT at, message
FROM (SELECT id, at, message FROM job_log WHERE job_id = :id ORDER BY id DESC LIMIT :limit) newest
ORDER BY id
