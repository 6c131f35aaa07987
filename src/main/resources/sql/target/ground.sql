-- The metric CRS of a territory, by the longitude of the middle of its outline, and that middle.
SELECT CASE WHEN ST_X(middle) < 12 THEN 7791 WHEN ST_X(middle) < 18 THEN 7792 ELSE 7793 END AS srid, ST_X(middle) AS lon, ST_Y(middle) AS lat
FROM (SELECT ST_Centroid(geom) AS middle FROM territory WHERE code = :territory AND publication_status = 'published') AS outline
