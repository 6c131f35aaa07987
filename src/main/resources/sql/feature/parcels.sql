-- The public parcels of a cadastral reference, in the order of their section, sheet, annex and development.
SELECT p.id, p.code, p.name, m.name AS municipality, t.name AS territory,
       ST_X(ST_PointOnSurface(p.geom)) AS longitude, ST_Y(ST_PointOnSurface(p.geom)) AS latitude,
       ST_XMin(p.geom) AS west, ST_YMin(p.geom) AS south, ST_XMax(p.geom) AS east, ST_YMax(p.geom) AS north
FROM thematic_cadastral_parcel AS p
LEFT JOIN LATERAL (SELECT name FROM municipality WHERE cadastral_code = p.properties ->> 'cadastral_code' ORDER BY code LIMIT 1) AS m ON true
LEFT JOIN territory AS t ON t.code = p.territory_code
WHERE p.publication_status = 'published'
  AND p.properties ->> 'cadastral_code' = ANY (:codes)
  AND cadastral_number(p.properties ->> 'sheet') = cadastral_number(:sheet)
  AND cadastral_number(p.properties ->> 'parcel') = cadastral_number(:parcel)
  AND (:section::text IS NULL OR upper(p.properties ->> 'section') = upper(:section))
ORDER BY p.code, p.id
LIMIT :limit
