-- Every geometry that is not valid, with what mends it if anything does. The place is where the reason points.
WITH invalid AS MATERIALIZED (
  SELECT row_number, geom, geometry_fault(geom) AS fault, mended_geometry(geom) AS mended
  FROM ${table} WHERE NOT ST_IsValid(geom)
), offered AS (
  INSERT INTO ${table_repair} (row_number, geom) SELECT row_number, mended FROM invalid WHERE mended IS NOT NULL
  ON CONFLICT (row_number) DO UPDATE SET geom = excluded.geom
)
INSERT INTO load_problem (load_id, row_number, code, severity, reason, lon, lat)
SELECT :load, row_number,
       CASE WHEN fault ILIKE '%self-intersection%' THEN 'geometry-self-intersection' ELSE 'geometry-invalid' END,
       CASE WHEN mended IS NULL THEN 'reject' ELSE 'repair' END,
       regexp_replace(fault, '\s*\[.*$', ''),
       coalesce((regexp_match(fault, '\[(-?[0-9.]+) (-?[0-9.]+)'))[1]::double precision, (ST_XMin(geom) + ST_XMax(geom)) / 2),
       coalesce((regexp_match(fault, '\[(-?[0-9.]+) (-?[0-9.]+)'))[2]::double precision, (ST_YMin(geom) + ST_YMax(geom)) / 2)
FROM invalid
