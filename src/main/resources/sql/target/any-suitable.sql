-- The ground that is suitable for one photovoltaic technology at least, counted once. Pieces part it, so that it is united piece by piece.
SELECT coalesce(sum(ST_Area(ST_Transform(ground, CAST(:srid AS integer)))), 0) AS m2
FROM (
  SELECT ST_Union(geom, 1e-9) AS ground -- a tenth of a millimetre
  FROM eligible_area
  WHERE territory_code = :territory AND publication_status = 'published' AND eligibility = 'suitable' AND technology = ANY (:technologies)
    AND coalesce(valid_from <= :day, true) AND coalesce(valid_to > :day, true)
  GROUP BY piece
) AS united
