SELECT id, layer_id, file_name, file_sha256, file_bytes, file, inspection, plan, staged, state, report, new_layer, message, change_id,
       made_layer, job_id, author, unlimited, territory, created_at, applied_at
FROM load
WHERE (:id::bigint IS NULL OR id = :id) AND (:territory::text IS NULL OR territory = :territory) AND (:before::bigint IS NULL OR id < :before)
ORDER BY id DESC
LIMIT :limit
