-- What was drawn, as it would be kept.
SELECT ST_IsValid(geom) AND NOT ST_IsEmpty(geom) AS sound, GeometryType(geom) IN ('LINESTRING', 'MULTILINESTRING') AS is_line,
       geom && ST_MakeEnvelope(-180, -90, 180, 90, 4326) AND ST_XMin(geom) >= -180 AND ST_XMax(geom) <= 180
         AND ST_YMin(geom) >= -90 AND ST_YMax(geom) <= 90 AS on_earth,
       ST_Length(ST_Envelope(geom)::geography) < 400000 AS is_near
FROM (SELECT ST_SetSRID(ST_GeomFromGeoJSON(CAST(:place AS text)), 4326) AS geom) AS drawn
