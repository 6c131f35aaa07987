-- The ground of a drawn area in square metres, its middle, and the territory that has most of it. Metres are those of RDN2008/UTM by longitude.
SELECT ST_Area(ST_Transform(drawn.geom, drawn.srid)) AS m2, drawn.srid, ST_X(drawn.middle) AS lon, ST_Y(drawn.middle) AS lat
FROM (SELECT geom, middle, CASE WHEN ST_X(middle) < 12 THEN 7791 WHEN ST_X(middle) < 18 THEN 7792 ELSE 7793 END AS srid
      FROM (SELECT ST_GeomFromWKB(:wkb, 4326) AS geom, ST_Centroid(ST_GeomFromWKB(:wkb, 4326)) AS middle) given) drawn
