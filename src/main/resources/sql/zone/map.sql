-- The zone, its plots and its neighbours as paths of an SVG, in metres of the UTM zone that it lies in (RDN2008).
WITH zone AS (
  SELECT id, geom, CASE WHEN ST_X(ST_PointOnSurface(geom)) < 12 THEN 7791 WHEN ST_X(ST_PointOnSurface(geom)) < 18 THEN 7792 ELSE 7793 END AS srid
  FROM ${zones} WHERE id = :zone AND ${publicZones}
), frame AS (
  SELECT srid, ST_Expand(ST_Transform(geom, srid)::box3d, 0.08 * greatest(ST_XMax(ST_Transform(geom, srid)) - ST_XMin(ST_Transform(geom, srid)), 100)) AS box FROM zone
)
SELECT 'frame' AS kind, NULL::text AS symbol, NULL::text AS path, ST_XMin(box) AS west, ST_YMin(box) AS south, ST_XMax(box) AS east, ST_YMax(box) AS north FROM frame
UNION ALL
SELECT 'zone', NULL, ST_AsSVG(ST_Transform(zone.geom, srid), 0, 1), 0, 0, 0, 0 FROM zone
UNION ALL
(SELECT 'plot', coalesce(plot.status, ''), ST_AsSVG(ST_Transform(plot.geom, zone.srid), 0, 1), 0, 0, 0, 0
 FROM zone, LATERAL (SELECT * FROM ${plots} WHERE ${publicPlots} AND zone_id = zone.id ORDER BY id LIMIT 2000) AS plot)
