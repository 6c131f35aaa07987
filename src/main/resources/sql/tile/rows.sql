-- Features as tiles draw them: shapes as they are kept, in metres of EPSG:3857; each with the place at which it was asked for.
SELECT wanted.place, id, feature.xmin, ST_AsBinary(geom_3857)${values}
FROM unnest(CAST(:ids AS bigint[]), CAST(:places AS integer[])) AS wanted (wanted_id, place)
JOIN ${relation} AS feature ON id = wanted.wanted_id
WHERE ${public}
