-- The territory and the municipality in which a point lies; of territories that lie on each other the smaller one.
SELECT t.code AS territory,
       (SELECT m.code FROM municipality AS m WHERE m.publication_status = 'published' AND ST_Intersects(m.geom, here.point) ORDER BY m.id LIMIT 1) AS municipality
FROM (SELECT ST_SetSRID(ST_MakePoint(:longitude, :latitude), 4326) AS point) AS here
JOIN territory AS t ON t.publication_status = 'published' AND ST_Intersects(t.geom, here.point)
ORDER BY ST_Area(t.geom), t.code
LIMIT 1
