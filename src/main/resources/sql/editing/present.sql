-- A feature with everything that may be written of it.
SELECT CAST(xmin AS text) AS xmin, version, publication_status, updated_at, updated_by, territory_code, CAST(geom AS text) AS shape,
       ST_AsGeoJSON(${geometry}, ${decimals}, 0) AS geometry,
       CAST((SELECT row_to_json(c) FROM (SELECT ${columns}) AS c) AS text) AS columns, CAST(${properties} AS text) AS properties,
       CAST(${consents} AS text) AS consents
FROM ${relation}
WHERE id = :id AND ${condition}
${lock}
