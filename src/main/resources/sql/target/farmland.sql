-- The farmland of the municipal plans, and what ground-mounted PV takes of it; nothing where no plan is loaded.
WITH farmland AS MATERIALIZED (
  SELECT geom, demonstration
  FROM thematic_land_use_zone
  WHERE layer_id = 'land_use_zone' AND territory_code = :territory AND publication_status = 'published' AND properties ->> 'zone_class' = 'E'
    AND coalesce(valid_from <= :day, true) AND coalesce(valid_to > :day, true)
),
ground AS (
  SELECT CASE marking_status WHEN 'proposed' THEN 'marked' WHEN 'marked' THEN 'approved' ELSE 'built' END AS stage, geom
  FROM energy_area
  WHERE territory_code = :territory AND publication_status = 'published' AND technology = 'pv_ground' AND marking_status IN ('proposed', 'marked', 'built')
    AND coalesce(valid_from <= :day, true) AND coalesce(valid_to > :day, true)
),
taken AS (
  SELECT stage, sum(ST_Area(ST_Transform(ST_Intersection(ground.geom, farmland.geom), CAST(:srid AS integer)))) AS m2
  FROM ground
  JOIN farmland ON ground.geom && farmland.geom AND ST_Intersects(ground.geom, farmland.geom)
  GROUP BY stage
)
SELECT sum(ST_Area(ST_Transform(geom, CAST(:srid AS integer)))) AS m2, bool_or(demonstration) AS demonstration,
       coalesce((SELECT m2 FROM taken WHERE stage = 'marked'), 0) AS marked_m2,
       coalesce((SELECT m2 FROM taken WHERE stage = 'approved'), 0) AS approved_m2,
       coalesce((SELECT m2 FROM taken WHERE stage = 'built'), 0) AS built_m2
FROM farmland
HAVING count(*) > 0
