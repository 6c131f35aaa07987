-- Square metres of a shape on the ellipsoid.
SELECT ST_Area(CAST(ST_SetSRID(ST_GeomFromWKB(:shape), 4326) AS geography))
