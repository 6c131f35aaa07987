-- Heights other than 0 are dropped; said for every row that had one.
INSERT INTO load_problem (load_id, row_number, code, severity, reason, lon, lat)
SELECT :load, row_number, 'geometry-z-dropped', 'warning', 'heights are not kept',
       (ST_XMin(geom) + ST_XMax(geom)) / 2, (ST_YMin(geom) + ST_YMax(geom)) / 2
FROM ${table} WHERE ST_ZMin(geom) <> 0 OR ST_ZMax(geom) <> 0
