UPDATE substation_pass SET done = done + :done, done_to = :done_to, changed = changed + :written, skipped = skipped OR :skipped WHERE layer_id = :layer
