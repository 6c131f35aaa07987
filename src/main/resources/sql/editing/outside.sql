-- What of a shape lies outside of the feature in which it belongs; no row if nothing does, or if that feature has no area that is known.
SELECT coalesce(o.name, o.code) AS name, ST_AsGeoJSON(outside.part, 7, 0) AS place
FROM ${relation} AS o
CROSS JOIN LATERAL (SELECT beyond_noise(ST_Difference(CAST(:shape AS geometry), sound_geometry(o.geom)), :noise) AS part) AS outside
WHERE o.${key} = :key AND ST_Dimension(o.geom) = 2 AND outside.part IS NOT NULL
