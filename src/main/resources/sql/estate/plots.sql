-- What a list shows of some plots: a point on each and its box for the map, the public values as JSON.
SELECT id, name, municipality_code, round(ST_X(place)::numeric, 6) AS longitude, round(ST_Y(place)::numeric, 6) AS latitude,
       ST_XMin(geom) AS west, ST_YMin(geom) AS south, ST_XMax(geom) AS east, ST_YMax(geom) AS north,
       (SELECT row_to_json(p) FROM (SELECT ${values}) AS p)::text AS properties
FROM ${relation} CROSS JOIN LATERAL ST_PointOnSurface(geom) AS place
WHERE id = ANY (:ids) AND ${public}
