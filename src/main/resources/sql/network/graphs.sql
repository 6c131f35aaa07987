-- Imports, the newest first.
SELECT version, file_name, sha256, data_date, imported_at, imported_by, junctions, roads, west, south, east, north, attribution, licence, demonstration
FROM road_graph ORDER BY imported_at DESC, version DESC
