-- How far each layer has come, and how many of its features no road is near to.
SELECT p.layer_id AS layer, p.features, p.done, p.started_at, p.finished_at, p.written_at,
       (SELECT count(*) FROM access_time AS t WHERE t.layer_id = p.layer_id AND t.profile = 'truck') AS computed,
       (SELECT count(*) FROM access_time AS t WHERE t.layer_id = p.layer_id AND t.profile = 'truck' AND t.snap_metres IS NULL) AS off_the_roads
FROM access_pass AS p
ORDER BY p.layer_id
