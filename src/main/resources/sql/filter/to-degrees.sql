-- A filter's geometry in EPSG:4326. Its edges are divided first, so that what is straight in the filter's CRS stays so: a
-- box of 50 km would otherwise be some 50 m off in the middle of its edges, and is 1 cm off with 64 pieces a side.
SELECT ST_AsBinary(ST_Transform(
         CASE WHEN ST_Dimension(shape) > 0 THEN ST_Segmentize(shape, greatest(ST_Perimeter(shape), ST_Length(shape)) / 256) ELSE shape END,
         4326))
FROM ST_GeomFromText(:wkt, :srid) AS shape
