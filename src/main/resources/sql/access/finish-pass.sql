UPDATE access_pass SET finished_at = now(), snaps = :snaps, features = done, looked_at = -1 WHERE layer_id = :layer
