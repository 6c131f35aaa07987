INSERT INTO inquiry_place (inquiry_id, position, layer_id, feature_id, code) VALUES (:id, :position, :layer, :feature, :code)
