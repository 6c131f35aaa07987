-- Inhabitants of an area by the part of each municipality's ground that lies in it. Known only where municipalities with a declared
-- population cover the area: a municipality may be a point at its seat, and then it covers nothing.
WITH given AS (SELECT ST_GeomFromWKB(:area, 4326) AS area),
part AS (
  SELECT ${population} AS population, ${year} AS year, ST_Area(geom) AS whole, ST_Area(ST_Intersection(geom, area)) AS inside
  FROM ${relation}, given WHERE ${condition} AND ST_Dimension(geom) = 2 AND geom && area AND ST_Intersects(geom, area)
)
SELECT round(sum(population * inside / nullif(whole, 0)))::bigint AS inhabitants, min(year) AS year
FROM part HAVING sum(inside) FILTER (WHERE population IS NOT NULL) >= 0.99 * (SELECT ST_Area(area) FROM given)
