-- A position of any reference system, its easting or longitude first, as a GeoJSON point; NULL where it has no place.
SELECT ST_AsGeoJSON(in_degrees(ST_SetSRID(ST_MakePoint(:x, :y), :srid)), 7, 0) AS place
