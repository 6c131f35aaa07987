-- The bottleneck of a report: not public until the desk says so.
INSERT INTO bottleneck (code, name, territory_code, municipality_code, publication_status, source, surveyed_on, bottleneck_type, transport_mode,
  status, description_it, description_en, geom, created_by, updated_by)
VALUES (:code, :name, :territory, :municipality, 'submitted', :source, (now() AT TIME ZONE 'Europe/Rome')::date, :type, :mode,
  'reported', :description_it, :description_en, ST_SetSRID(ST_MakePoint(:longitude, :latitude), 4326), 'report', 'report')
RETURNING id
