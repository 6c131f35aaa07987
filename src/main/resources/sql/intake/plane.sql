ALTER TABLE ${table} ALTER COLUMN geom TYPE geometry(Geometry, 4326) USING ST_Force2D(ST_CurveToLine(geom))
