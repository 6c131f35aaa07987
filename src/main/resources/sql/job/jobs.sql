-- one job, or the newest of one author, or the newest of all
SELECT id, kind, state, step, done, total, author, submitted_at, started_at, finished_at, code, message, result,
       -- less than a moment says nothing about the rate
       CASE WHEN done > 0 AND step_seconds > 0.2 THEN done / step_seconds END AS rate_per_second
FROM job
WHERE (CAST(:id AS bigint) IS NULL OR id = :id)
  AND (CAST(:author AS text) IS NULL OR author = :author)
ORDER BY id DESC
LIMIT :limit
