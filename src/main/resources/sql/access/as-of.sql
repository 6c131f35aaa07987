-- The times of a feature at a moment: those of now if they are as old, else what was kept of a plot.
SELECT t.profile, t.snap_metres, t.gateway_ids, t.seconds, t.metres, t.computed_at, g.version, g.dated, g.source, g.demonstration
FROM (SELECT profile, graph, snap_metres, gateway_ids, seconds, metres, computed_at FROM access_time
      WHERE layer_id = :layer AND feature_id = :id AND computed_at <= :at
      UNION ALL
      SELECT profile, graph, snap_metres, gateway_ids, seconds, metres, computed_at FROM access_former
      WHERE :layer = 'plot' AND feature_id = :id AND computed_at <= :at AND ended_at > :at) AS t
JOIN access_graph AS g ON g.version = t.graph
ORDER BY t.profile
