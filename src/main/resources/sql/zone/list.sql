-- Public zones with their available public plots, by territory and name.
SELECT zone.id, zone.code, zone.name, zone.zone_kind, municipality.name AS municipality, zone.territory_code AS territory,
       count(plot.id) AS available_plots, sum(plot.area_m2) AS available_m2
FROM (SELECT * FROM ${relation} WHERE ${public} AND (:territory::text IS NULL OR territory_code = :territory)
      ORDER BY territory_code, name, id LIMIT :limit OFFSET :offset) AS zone
LEFT JOIN municipality ON municipality.code = zone.municipality_code
LEFT JOIN (SELECT id, zone_id, area_m2 FROM ${plots} WHERE ${publicPlots}) AS plot ON plot.zone_id = zone.id
GROUP BY zone.id, zone.code, zone.name, zone.zone_kind, municipality.name, zone.territory_code
ORDER BY zone.territory_code, zone.name, zone.id
