-- Geometries of another dimension than the layer has: points for areas and the like; mixed collections always.
INSERT INTO load_problem (load_id, row_number, code, severity, reason, lon, lat)
SELECT :load, row_number, 'geometry-wrong-type', 'reject', 'it is a ' || GeometryType(geom) || ', the layer has ' || :type,
       (ST_XMin(geom) + ST_XMax(geom)) / 2, (ST_YMin(geom) + ST_YMax(geom)) / 2
FROM ${table}
WHERE geom IS NOT NULL AND NOT ST_IsEmpty(geom)
  AND (ST_Dimension(geom) <> :dimension OR GeometryType(geom) = 'GEOMETRYCOLLECTION')
