-- How much of a plot lies under a layer, class by class and altogether, in the metric plane :srid. What lies far from the plot
-- is cut off before it is computed with; less than half a square metre is how two drawings of one line differ, no overlap.
WITH plot AS (SELECT shape, ST_MakeValid(ST_Transform(shape, :srid)) AS plane, ST_Expand(shape, 0.001) AS around
              FROM (SELECT ST_GeomFromWKB(:shape, 4326) AS shape) AS given),
     met AS (SELECT id AS met_id, version AS met_version, coalesce(name, code) AS met_name, (${class})::text AS met_class,
                    ST_CollectionExtract(ST_Intersection(ST_MakeValid(ST_Transform(ST_ClipByBox2D(geom, around), :srid)), plane), 3) AS part
             FROM ${relation} AS feature, plot
             WHERE ${public} AND geom && shape AND ST_Intersects(geom, shape) ${only})
SELECT grouping(met_class) = 1 AS whole, met_class, ST_Area(ST_Union(part)) AS area_m2, (SELECT ST_Area(plane) FROM plot) AS plot_m2,
       array_agg(met_id || '.' || met_version ORDER BY met_id) AS records, array_agg(DISTINCT met_name ORDER BY met_name) AS names
FROM met
WHERE ST_Area(part) >= 0.5
GROUP BY GROUPING SETS ((met_class), ())
ORDER BY whole, met_class
