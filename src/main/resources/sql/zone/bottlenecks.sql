-- Within 3 km in a straight line; the box around it, in degrees, finds them by the index.
SELECT id, name, type, status, severity, works_until, metres
FROM (
  SELECT id, coalesce(name, code) AS name, bottleneck_type AS type, status, severity, works_until,
         round(ST_Distance(geom::geography, (SELECT geom::geography FROM industrial_zone WHERE id = :zone)))::bigint AS metres
  FROM ${relation}
  WHERE ${public} AND geom && (SELECT ST_Expand(geom, 0.045, 0.03) FROM industrial_zone WHERE id = :zone)
) AS near
WHERE metres <= 3000
ORDER BY metres, id
LIMIT 12
