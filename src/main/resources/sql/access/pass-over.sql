-- What is left of those that were passed over.
UPDATE access_pass SET passed_over = :passed_over WHERE layer_id = :layer
