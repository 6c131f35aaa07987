-- All ways of the public features of a layer.
SELECT feature.id, feature.code, feature.name, w.profile, w.gateway_kind, w.gateway_id, coalesce(g.name, g.code) AS gateway, w.seconds, w.metres,
       round(w.snap_metres) AS snap_metres, w.graph, t.dated, t.source, t.demonstration, w.computed_at
FROM (SELECT id, code, name FROM ${relation} AS feature WHERE ${public}) AS feature
JOIN access_to_gateway AS w ON w.layer_id = ? AND w.feature_id = feature.id
JOIN access_graph AS t ON t.version = w.graph
LEFT JOIN gateway AS g ON g.id = w.gateway_id AND g.publication_status = 'published'
ORDER BY feature.id, w.profile, array_position(access_kinds(), w.gateway_kind)
