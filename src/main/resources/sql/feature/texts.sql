-- The GeoJSON geometry and the public values of some features, from which their text is made; 4326 is given to 7 decimals.
SELECT id, xmin, ST_AsGeoJSON(${axes}, ${decimals}, 0) AS geometry,
       (SELECT row_to_json(p) FROM (SELECT ${values}) AS p)::text AS properties
FROM ${relation}
WHERE id = ANY (:ids) AND ${public}
