INSERT INTO gpkg_extensions (table_name, extension_name, definition, scope)
VALUES ('gpkg_data_columns', 'gpkg_schema', 'http://www.geopackage.org/spec121/#extension_schema', 'read-write')
