-- What public gateways are called.
SELECT id, coalesce(name, code) AS name FROM gateway WHERE publication_status = 'published' AND id = ANY (:ids::bigint[])
