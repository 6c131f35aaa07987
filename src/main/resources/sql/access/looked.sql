UPDATE access_pass SET looked_at = :revision WHERE layer_id = :layer
