-- Arcs become lines within a millimetre or so; said once for every row that had one.
INSERT INTO load_problem (load_id, row_number, code, severity, reason, lon, lat)
SELECT :load, row_number, 'geometry-curve-linearised', 'warning', 'arcs were replaced by short lines',
       (ST_XMin(geom) + ST_XMax(geom)) / 2, (ST_YMin(geom) + ST_YMax(geom)) / 2
FROM ${table} WHERE ST_HasArc(geom) OR GeometryType(geom) IN ('CURVEPOLYGON', 'MULTISURFACE', 'MULTICURVE', 'COMPOUNDCURVE')
