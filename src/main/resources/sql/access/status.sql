-- How far each layer has come, and how many of its features no road is near to.
SELECT p.layer_id AS layer,
       CASE p.layer_id WHEN 'plot' THEN (SELECT count(*) FROM plot) WHEN 'company' THEN (SELECT count(*) FROM company) ELSE (SELECT count(*) FROM industrial_zone) END AS features,
       p.done, p.started_at, p.finished_at, p.written_at,
       (SELECT count(*) FROM access_time AS t WHERE t.layer_id = p.layer_id AND t.profile = 'truck') AS computed,
       (SELECT count(*) FROM access_time AS t WHERE t.layer_id = p.layer_id AND t.profile = 'truck' AND t.snap_metres IS NULL) AS off_the_roads
FROM access_pass AS p
ORDER BY p.layer_id
