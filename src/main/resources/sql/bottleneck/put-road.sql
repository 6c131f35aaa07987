-- Where a bottleneck acts. The trigger of the history raises the version.
INSERT INTO bottleneck_road (id, version, direction, osm_ways, geom, created_by, updated_by)
SELECT :id, 1 + coalesce(max(version), 0), :direction, :ways, ST_SetSRID(ST_GeomFromGeoJSON(CAST(:place AS text)), 4326), :author, :author
FROM feature_history WHERE layer_id = 'bottleneck_road' AND feature_id = :id
ON CONFLICT (id) DO UPDATE SET direction = excluded.direction, osm_ways = excluded.osm_ways, geom = excluded.geom
