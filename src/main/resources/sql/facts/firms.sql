-- Companies near a plot, counted by what they themselves let everybody see; sole traders are persons and are left out.
WITH near AS (
  SELECT ${division} AS division, ${version} AS ateco, ${size} AS size, ST_Distance(geom::geography, ground) AS metres
  FROM ${relation} AS feature, (SELECT ST_GeomFromWKB(:shape, 4326)::geography AS ground) AS plot
  WHERE ${public} AND geom && ST_MakeEnvelope(:west, :south, :east, :north, 4326) AND ST_DWithin(geom::geography, ground, :within)
    AND sole_trader IS NOT TRUE)
SELECT ateco, left(division, 2) AS division, size, count(*) FILTER (WHERE metres <= 1000) AS km1, count(*) FILTER (WHERE metres <= 3000) AS km3, count(*) AS km5
FROM near
GROUP BY ateco, left(division, 2), size
ORDER BY division, ateco, size
