INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description, mime_type)
VALUES ${titles}
