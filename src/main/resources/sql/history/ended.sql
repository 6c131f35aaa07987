-- The change that ended a version by deleting the record.
SELECT ended_by FROM feature_history
WHERE layer_id = :layer AND feature_id = :id AND version = :version AND deleted
ORDER BY ended_by DESC LIMIT 1
