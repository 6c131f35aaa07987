-- Lays the grid of a territory: cells of the compute CRS, which begin at its origin, so that a cell is the same one whatever the outline.
WITH made AS (
  INSERT INTO eligible_territory (territory_code, outline, srid) VALUES (:territory, :outline, :srid)
), cells AS (
  SELECT grid.i, grid.j, ST_CollectionExtract(ST_Intersection(t.geom, ST_Transform(grid.geom, 4326)), 3) AS geom
  FROM territory AS t, LATERAL ST_SquareGrid(:cell, ST_Transform(t.geom, :srid)) AS grid
  WHERE t.code = :territory AND ST_Intersects(t.geom, ST_Transform(grid.geom, 4326))
)
INSERT INTO eligible_piece (code, territory_code, geom)
SELECT :territory || '.' || i || '.' || j, :territory, ST_Multi(geom) FROM cells WHERE NOT ST_IsEmpty(geom) ORDER BY i, j
