-- One plot: its version, its shape, where it lies, and its public values as JSON.
SELECT version, ST_AsBinary(geom) AS shape, ST_X(ST_PointOnSurface(geom)) AS longitude, ST_Y(ST_PointOnSurface(geom)) AS latitude,
       ST_XMin(geom) AS west, ST_YMin(geom) AS south, ST_XMax(geom) AS east, ST_YMax(geom) AS north,
       (SELECT row_to_json(shown)::text FROM (SELECT ${values}) AS shown) AS fields
FROM ${relation} AS feature
WHERE ${public} AND id = :id
