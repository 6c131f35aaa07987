-- As refs.sql, the nearest first. The index knows distances in degrees only, so it is asked for as many features as are
-- wanted, and the farthest of them in metres bounds where the true nearest can be; those are then measured and sorted.
-- The radius bounds the first search too: where little matches, the index would otherwise walk through the whole layer.
WITH candidates AS (
  SELECT ${distance} AS metres
  FROM ${relation}
  WHERE ${public} AND ${where} AND ${behind}
    AND geom && ST_MakeEnvelope(:near_longitude - :near_radius * :near_width, :near_latitude - :near_radius * :near_height,
                                :near_longitude + :near_radius * :near_width, :near_latitude + :near_radius * :near_height, 4326)
  ORDER BY geom <-> ST_SetSRID(ST_MakePoint(:near_longitude, :near_latitude), 4326)
  LIMIT :near_count
),
reach AS (
  SELECT CASE WHEN count(*) < :near_count THEN :near_radius ELSE least(max(metres), :near_radius) END AS metres FROM candidates
)
SELECT id, version, metres::text
FROM (
  SELECT id, xmin AS version, ${distance} AS metres, reach.metres AS farthest
  FROM reach, ${relation}
  WHERE ${public} AND ${where} AND ${behind}
    AND geom && ST_MakeEnvelope(:near_longitude - reach.metres * :near_width, :near_latitude - reach.metres * :near_height,
                                :near_longitude + reach.metres * :near_width, :near_latitude + reach.metres * :near_height, 4326)
  OFFSET 0 -- so that each distance is measured once
) AS near
WHERE metres <= farthest
ORDER BY near.metres, id
LIMIT :limit OFFSET :offset
