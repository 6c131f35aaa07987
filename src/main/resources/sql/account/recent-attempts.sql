-- How many an address has sent in the last hour, and when the oldest of them is an hour old.
SELECT count(*) AS attempts, coalesce(ceil(extract(epoch FROM min(at) + interval '1 hour' - now())), 0)::bigint AS seconds
FROM source_attempt
WHERE kind = :kind AND network = :network AND at > now() - interval '1 hour'
