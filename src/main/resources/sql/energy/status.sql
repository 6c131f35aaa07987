-- How far each layer has come.
SELECT layer_id AS layer, features, done, changed, started_at, finished_at FROM substation_pass ORDER BY layer_id
