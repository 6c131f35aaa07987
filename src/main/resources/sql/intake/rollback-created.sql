-- Records that came with the change :change: it touched them, and ended no version of them.
DELETE FROM ${relation} AS r
USING load_record AS l
WHERE l.load_id = :load AND r.id = l.feature_id
  AND NOT EXISTS (SELECT FROM feature_history AS h WHERE h.layer_id = :layer AND h.feature_id = r.id AND h.ended_by = :change)
