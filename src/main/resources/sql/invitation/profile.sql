-- What a host says of its visits, for the host itself.
SELECT id, coalesce(name, code) AS name, version, ST_X(geom) AS lon, ST_Y(geom) AS lat,
       (SELECT json_strip_nulls(row_to_json(said)) FROM (SELECT ${columns}) AS said)::text AS profile
FROM ${relation}
WHERE id = :id AND publication_status = 'published'
