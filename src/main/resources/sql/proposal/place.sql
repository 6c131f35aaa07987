-- Where a shape lies, whatever its attributes say, by a point inside of it.
SELECT ${territory} AS territory, ${municipality} AS municipality
FROM (SELECT ST_PointOnSurface(CAST(:shape AS geometry)) AS point) AS place
