-- The hosts of some ids in one layer: what everybody may know of them.
SELECT ${layer} AS layer, host.id, ${kind} AS kind, host.code, coalesce(host.name, host.code) AS name, ${name_en} AS name_en, host.territory_code,
       host.municipality_code, (SELECT m.name FROM municipality AS m WHERE m.code = host.municipality_code AND m.publication_status = 'published') AS municipality,
       ${address} AS address, ${website} AS website, ST_X(host.geom) AS lon, ST_Y(host.geom) AS lat, visit_parking_lon, visit_parking_lat,
       coalesce(${description_it}, ${products_it}) AS about_it, coalesce(${description_en}, ${products_en}) AS about_en,
       ${ateco_code} AS ateco_code, ${ateco_version} AS ateco_version, ${ateco_secondary} AS ateco_secondary, ${production_chain} AS production_chain,
       visitable, visit_groups, visit_min_people, visit_max_people, visit_groups_at_once, visit_minutes, visit_minutes_min, visit_minutes_max,
       visit_setup_minutes, visit_min_age, visit_languages, visit_themes, visit_wheelchair, visit_toilets, visit_lunch, visit_cost, visit_protective_gear,
       visit_lead_days, coach_parking, coach_max_height_m, coach_max_length_m, visit_gate, visit_hours, visit_season, visit_blackout,
       ${shows_contact} AS shows_contact, ${contact_person} AS contact_person, ${phone} AS phone, ${email} AS email, host.demonstration
FROM ${relation} AS host
WHERE id = ANY (:ids) AND ${hosting}
