-- What two states of the perimeters differ in: an area that is new, gone, of another shape (by more than 1 m²), of another distributor or name.
SELECT code, kinds, name_before, name_after, distributor_before, distributor_after, round(gained::numeric, 1) AS gained_m2, round(lost::numeric, 1) AS lost_m2
FROM (${compared}) AS compared
WHERE kinds <> '{}'
ORDER BY code
