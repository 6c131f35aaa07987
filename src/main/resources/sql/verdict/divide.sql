-- Divides an area by the boundaries of shapes. A shape is some features united, each grown by some metres before (members: the shape's number,
-- the feature, the metres). Rows: first the faces by number, then for each shape the numbers of the faces in it.
WITH area AS MATERIALIZED (
  SELECT geom, ST_Expand(ST_Envelope(geom), 1) AS around FROM (SELECT ST_Transform(ST_GeomFromWKB(:area, 4326), :srid) AS geom) AS a
), member AS MATERIALIZED (
  SELECT * FROM unnest(:shapes::integer[], :members::bigint[], :metres::float8[]) AS m (shape, feature, metres)
), feature AS MATERIALIZED (
  SELECT id, ST_Transform(sound_geometry(geom), :srid) AS geom FROM (
${features}) AS f
), piece AS MATERIALIZED (   -- a feature is grown as a whole, so that it has the same surroundings seen from any area; only a huge one is cut, well outside
  SELECT r.feature, r.metres, CASE WHEN r.metres > 0 THEN ST_Buffer(near.geom, r.metres, :segments) ELSE ST_CollectionExtract(near.geom, 3) END AS geom
  FROM (SELECT DISTINCT feature, metres FROM member) AS r
  JOIN feature ON feature.id = r.feature
  CROSS JOIN area
  CROSS JOIN LATERAL (SELECT ST_Expand(area.around, r.metres * 1.1 + 10) AS reach) AS box
  CROSS JOIN LATERAL (
    SELECT CASE WHEN NOT feature.geom && box.reach THEN NULL
                WHEN feature.geom @ box.reach OR r.metres > 0 AND ST_NPoints(feature.geom) <= 5000 THEN feature.geom
                ELSE ST_Intersection(feature.geom, box.reach) END AS geom) AS near
), shape AS MATERIALIZED (
  SELECT member.shape AS number, ST_Union(piece.geom ORDER BY feature) AS geom
  FROM member JOIN piece USING (feature, metres) WHERE NOT ST_IsEmpty(piece.geom)
  GROUP BY member.shape
), line AS (
  SELECT ST_ClipByBox2D(ST_Boundary(shape.geom), area.around) AS geom, shape.number FROM shape, area
  UNION ALL
  SELECT ST_Boundary(geom), -1 FROM area
), face AS MATERIALIZED (
  SELECT row_number() OVER (ORDER BY ST_XMin(d.geom), ST_YMin(d.geom), ST_XMax(d.geom), ST_YMax(d.geom), ST_Area(d.geom))::integer AS number, ST_Normalize(d.geom) AS geom, d.point
  FROM (SELECT p.geom, ST_PointOnSurface(p.geom) AS point
        FROM ST_Dump((SELECT ST_Polygonize(ARRAY[ST_UnaryUnion(ST_Collect(geom ORDER BY number), :grid)]) FROM line WHERE NOT ST_IsEmpty(geom))) AS p) AS d
  WHERE ST_Intersects((SELECT geom FROM area), d.point)
)
SELECT number, NULL::integer[] AS faces, ST_Area(geom) AS m2, ST_AsBinary(geom) AS metric, ST_AsBinary(ST_Transform(geom, 4326)) AS lon_lat, 0 AS part FROM face
UNION ALL
SELECT shape.number, ARRAY(SELECT face.number FROM face WHERE ST_Intersects(shape.geom, face.point) ORDER BY 1), NULL, NULL, NULL, 1 FROM shape
ORDER BY part, number
