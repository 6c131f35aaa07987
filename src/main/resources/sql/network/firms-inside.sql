-- Public companies inside an area, and the jobs of those that let everybody see them; sole traders are persons and are left out.
SELECT count(*) AS firms, sum(${employees}) AS jobs, count(${employees}) AS counted, max(verified_on) AS verified_on
FROM ${relation}, (SELECT ST_GeomFromWKB(:area, 4326) AS area) AS given
WHERE ${condition} AND geom && area AND ST_Intersects(geom, area) AND sole_trader IS NOT TRUE
