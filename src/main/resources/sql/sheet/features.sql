-- What of a layer lies in a map's frame, in the plane of that map; cutting and mending must not leave lines beside areas.
SELECT id, (${class})::text AS class, (${label})::text AS label,
       ST_AsBinary(ST_CollectionExtract(ST_MakeValid(ST_Transform(ST_ClipByBox2D(geom, frame), :plane)), ST_Dimension(geom) + 1)) AS shape
FROM ${relation} AS feature, (SELECT ST_MakeEnvelope(:west, :south, :east, :north, 4326) AS frame) AS map
WHERE ${public} AND geom && frame
ORDER BY id
LIMIT :most
