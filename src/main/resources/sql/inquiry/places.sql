SELECT inquiry_id, layer_id, feature_id, code FROM inquiry_place WHERE inquiry_id IN (:ids) ORDER BY inquiry_id, position
