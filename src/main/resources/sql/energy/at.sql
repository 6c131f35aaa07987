-- The published primary-substation area at a place; on a border the first of those that share it.
SELECT id, code, coalesce(substation_name, name) AS name, distributor, hosting_class, hosting_on, demonstration
FROM primary_substation_area
WHERE publication_status = 'published' AND code = substation_of(ST_SetSRID(ST_MakePoint(:lon, :lat), 4326))
