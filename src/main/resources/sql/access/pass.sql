-- How far a layer has come.
SELECT basis, snaps, done_to, passed_over, finished_at IS NOT NULL AS finished, looked_at FROM access_pass WHERE layer_id = :layer
