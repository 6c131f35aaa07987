UPDATE access_pass SET done = done + :done, done_to = :done_to, passed_over = passed_over || :passed_over WHERE layer_id = :layer
