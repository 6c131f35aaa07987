-- What lies between two shapes of one feature; metres and square metres in RDN2008 / UTM of the zone in which the later one lies.
WITH two AS MATERIALIZED (
  SELECT CASE WHEN ST_IsValid(a.geom) THEN a.geom ELSE ST_MakeValid(a.geom) END AS a,
         CASE WHEN ST_IsValid(b.geom) THEN b.geom ELSE ST_MakeValid(b.geom) END AS b
  FROM (SELECT geom, version FROM ${kept_from} AS former ORDER BY version DESC LIMIT 1) AS a,
       (SELECT geom, version FROM ${kept_to} AS later ORDER BY version DESC LIMIT 1) AS b
  WHERE a.geom IS DISTINCT FROM b.geom
), placed AS MATERIALIZED (
  SELECT a, b, greatest(ST_Dimension(a), ST_Dimension(b)) AS dimension,
         CASE WHEN ST_X(ST_Centroid(b)) < 12 THEN 7791 WHEN ST_X(ST_Centroid(b)) < 18 THEN 7792 ELSE 7793 END AS zone
  FROM two
), measured AS MATERIALIZED (
  SELECT a, b, dimension, ST_Transform(a, zone) AS plane_a, ST_Transform(b, zone) AS plane_b,
         ST_CollectionExtract(ST_Difference(b, a), dimension + 1) AS added, ST_CollectionExtract(ST_Difference(a, b), dimension + 1) AS removed
  FROM placed
)
SELECT ST_AsGeoJSON(a, 7, 0) AS "from", ST_AsGeoJSON(b, 7, 0) AS "to",
       CASE WHEN NOT ST_IsEmpty(added) THEN ST_AsGeoJSON(added, 7, 0) END AS added,
       CASE WHEN NOT ST_IsEmpty(removed) THEN ST_AsGeoJSON(removed, 7, 0) END AS removed,
       CASE WHEN dimension = 2 THEN round(CAST(ST_Area(plane_b) - ST_Area(plane_a) AS numeric), 1) END AS area_change,
       CASE WHEN dimension = 1 THEN round(CAST(ST_Length(plane_b) - ST_Length(plane_a) AS numeric), 1) END AS length_change,
       round(CAST(ST_Distance(ST_Centroid(plane_a), ST_Centroid(plane_b)) AS numeric), 2) AS moved_metres
FROM measured
