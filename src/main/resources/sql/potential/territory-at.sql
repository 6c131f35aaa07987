SELECT code FROM territory
WHERE publication_status = 'published' AND ST_Intersects(geom, ST_SetSRID(ST_MakePoint(:lon, :lat), 4326))
ORDER BY code LIMIT 1
