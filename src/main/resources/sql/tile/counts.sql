-- How many features of one layer lie in each part of one tile: one stretch of the index on geom_place, without the table
-- where there is no filter.
-- id and place are those of the feature where it is alone.
SELECT geom_place >> :bits AS part, count(*) AS features, min(geom_place) AS place, min(id) AS id
FROM ${relation}
WHERE geom_place BETWEEN :first AND :last AND ${public} AND (${filter})
GROUP BY part
