-- How large an area is on the ellipsoid, the territory in which most of it lies, and all that there are.
WITH area AS (SELECT ST_GeomFromWKB(:area, 4326) AS geom)
SELECT ST_Area(area.geom::geography) AS m2,
       (SELECT code FROM territory AS t WHERE publication_status = 'published' AND ST_Intersects(t.geom, area.geom)
        ORDER BY ST_Area(ST_Intersection(sound_geometry(t.geom), area.geom)) DESC, code LIMIT 1) AS code,
       ARRAY(SELECT code FROM territory WHERE publication_status = 'published' ORDER BY code) AS all_codes
FROM area
