-- The territory and the municipality in which a shape lies, by a point inside of it.
SELECT ${territory} AS territory, ${municipality} AS municipality
FROM (SELECT ST_PointOnSurface(CAST(:shape AS geometry)) AS point) AS place
