UPDATE substation_pass SET finished_at = now(), features = done WHERE layer_id = :layer
