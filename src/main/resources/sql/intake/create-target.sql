-- One typed row per row of the source, as it would be written. A table is unlogged: it can be made again from the file.
CREATE ${kind} ${target} AS
SELECT s.row_number AS "#row", ${id} AS "#id", shape.geom AS "#geom",
  ${values}
FROM ${staging} AS s
${repair}
CROSS JOIN LATERAL (SELECT ${geometry} AS geom) AS shape
CROSS JOIN LATERAL (${place}) AS place
