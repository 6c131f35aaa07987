-- The box in degrees around the four corners of a box in another reference system.
SELECT ST_XMin(corners) AS west, ST_YMin(corners) AS south, ST_XMax(corners) AS east, ST_YMax(corners) AS north
FROM ST_Transform(ST_MakeEnvelope(:min_x, :min_y, :max_x, :max_y, :srid), 4326) AS corners
