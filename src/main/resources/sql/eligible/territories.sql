-- The territories that are public, with what their grid depends on: the outline, and the zone of RDN2008/UTM of its middle.
SELECT code, md5(ST_AsEWKB(geom)) || ' ' || :cell AS outline,
       CASE WHEN middle < 12 THEN 7791 WHEN middle < 18 THEN 7792 ELSE 7793 END AS srid
FROM (SELECT code, geom, (ST_XMin(geom) + ST_XMax(geom)) / 2 AS middle FROM territory WHERE publication_status = 'published') AS t
ORDER BY code
