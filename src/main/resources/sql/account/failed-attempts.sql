-- Failures of a name since it last succeeded, and of an address; long enough that waiting times can grow to their end.
SELECT 'username' AS counted, count(*) AS failures, extract(epoch FROM now() - max(at)) AS seconds_ago
FROM login_attempt
WHERE username = :username AND NOT succeeded AND at > now() - interval '2 hours'
  AND at > coalesce((SELECT max(at) FROM login_attempt WHERE username = :username AND succeeded), '-infinity')
UNION ALL
SELECT 'address', count(*), extract(epoch FROM now() - max(at))
FROM login_attempt
WHERE address = :address AND NOT succeeded AND at > now() - interval '15 minutes'
