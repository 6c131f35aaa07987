-- The features of one layer in one tile as counts per cell of an eighth of the tile. Every feature is counted in the one
-- cell that holds the middle of its box, in the one tile that holds it; a feature alone in its cell keeps id and attributes.
WITH tile AS (
  SELECT envelope, ST_XMin(envelope) AS west, ST_XMax(envelope) AS east, ST_YMin(envelope) AS south, ST_YMax(envelope) AS north
  FROM ST_TileEnvelope(:z, :x, :y) AS envelope
), anchored AS (
  SELECT id, ${values},
         (ST_XMin(geom_3857) + ST_XMax(geom_3857)) / 2 AS anchor_x,
         (ST_YMin(geom_3857) + ST_YMax(geom_3857)) / 2 AS anchor_y
  FROM ${relation}, tile
  WHERE geom_3857 && envelope AND ${public}
), cells AS (
  SELECT CASE WHEN count(*) = 1 THEN min(id) END AS id, count(*) AS feature_count, ${alone},
         avg(anchor_x) AS x, avg(anchor_y) AS y
  FROM anchored, tile
  WHERE anchor_x >= west AND anchor_x < east AND anchor_y >= south AND anchor_y < north
  GROUP BY floor((anchor_x - west) / (east - west) * 8), floor((anchor_y - south) / (north - south) * 8)
)
SELECT ST_AsMVT(f, :layer, 4096, 'geom', 'id')
FROM (
  SELECT id, feature_count, ${names}, ST_AsMVTGeom(ST_SetSRID(ST_MakePoint(x, y), 3857), envelope, 4096, 64) AS geom
  FROM cells, tile
) AS f
