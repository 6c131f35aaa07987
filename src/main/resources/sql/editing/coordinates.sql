-- Positions [[x, y], …] of one reference system in another, in their order; easting or longitude first on both sides.
SELECT ST_X(geom) AS x, ST_Y(geom) AS y
FROM jsonb_array_elements(CAST(:positions AS jsonb)) WITH ORDINALITY AS given(pair, number)
CROSS JOIN LATERAL (
  SELECT ST_Transform(ST_SetSRID(ST_MakePoint(CAST(pair ->> 0 AS float8), CAST(pair ->> 1 AS float8)), :from), :to) AS geom
) AS moved
ORDER BY number
