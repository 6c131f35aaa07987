-- How far a layer has come.
SELECT basis, done_to, skipped, finished_at IS NOT NULL AS finished FROM substation_pass WHERE layer_id = :layer
