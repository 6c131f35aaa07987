-- Other records that hold the code of one that comes back.
DELETE FROM ${relation} AS r
USING feature_history AS h
WHERE h.layer_id = :layer AND h.ended_by = :change AND r.id <> h.feature_id AND ${same_code}
