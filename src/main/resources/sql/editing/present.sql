-- A public feature with everything that may be written of it, locked: whoever writes it meanwhile waits.
SELECT CAST(xmin AS text) AS xmin, territory_code, CAST(geom AS text) AS shape, ST_AsGeoJSON(${geometry}, ${decimals}, 0) AS geometry,
       CAST((SELECT row_to_json(c) FROM (SELECT ${columns}) AS c) AS text) AS columns, CAST(${properties} AS text) AS properties,
       CAST(${consents} AS text) AS consents
FROM ${relation}
WHERE id = :id AND ${public}
FOR UPDATE
