-- One shape of some plots, with the gaps left open.
SELECT ST_AsGeoJSON(ST_Union(geom), 7, 0) AS geometry FROM plot WHERE id = ANY (:ids)
