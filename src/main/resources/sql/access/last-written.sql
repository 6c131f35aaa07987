SELECT written_at FROM access_pass WHERE layer_id = :layer
