-- A graph that is complete in its folder.
INSERT INTO road_graph (version, file_name, sha256, data_date, imported_at, imported_by, junctions, roads, west, south, east, north, attribution, licence,
  demonstration)
VALUES (:version, :fileName, :sha256, :dataDate, :importedAt, :importedBy, :junctions, :roads, :west, :south, :east, :north, :attribution, :licence,
  :demonstration)
