-- What of a shape lies outside of all territories.
SELECT ST_AsGeoJSON(coalesce(ST_Difference(CAST(:shape AS geometry),
                             (SELECT ST_Union(sound_geometry(geom)) FROM territory WHERE publication_status = 'published' AND geom && CAST(:shape AS geometry))),
                             CAST(:shape AS geometry)), 7, 0)
