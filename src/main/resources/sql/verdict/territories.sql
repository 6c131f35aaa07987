-- The territories in which an area lies, and the one that is named wherever it is. The middle is a longitude.
SELECT code, id, ST_Intersects(t.geom, a.geom) AS meets, ST_Covers(t.geom, a.geom) AS holds, (ST_XMin(t.geom) + ST_XMax(t.geom)) / 2 AS middle
FROM territory AS t, (SELECT ST_GeomFromWKB(:area, 4326) AS geom) AS a
WHERE publication_status = 'published' AND (t.geom && a.geom OR code = :territory)
ORDER BY code
