-- What is public of a layer's features, each with a point inside.
SELECT id, name, code, territory, jobs, ST_X(point) AS longitude, ST_Y(point) AS latitude
FROM (SELECT id, (${name})::text AS name, code, territory_code AS territory, (${jobs})::integer AS jobs, ST_PointOnSurface(geom) AS point
      FROM ${relation} AS feature WHERE ${public}) AS public
ORDER BY id
