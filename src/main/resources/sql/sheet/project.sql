-- Shapes in longitude and latitude, in the plane of a map, in their order.
SELECT ST_AsBinary(ST_Transform(ST_GeomFromGeoJSON(shape), :plane)) AS shape
FROM unnest(:shapes::text[]) WITH ORDINALITY AS given (shape, place)
ORDER BY place
