-- Layers made by an import, without code: one partition each, so that a layer has its own heap and indexes,
-- is read as fast as a table of its own, and is removed by dropping the partition.

CREATE TABLE thematic_feature (
  LIKE feature_record INCLUDING DEFAULTS INCLUDING CONSTRAINTS INCLUDING GENERATED,
  layer_id   text NOT NULL,
  properties jsonb NOT NULL DEFAULT '{}',
  geom       geometry(Geometry, 4326) NOT NULL,
  geom_3857  geometry(Geometry, 3857) GENERATED ALWAYS AS (ST_Transform(geom, 3857)) STORED,
  PRIMARY KEY (layer_id, id),
  UNIQUE (layer_id, code)
) PARTITION BY LIST (layer_id);

CREATE INDEX thematic_feature_geom ON thematic_feature USING gist (geom);
CREATE INDEX thematic_feature_geom_3857 ON thematic_feature USING gist (geom_3857);
CREATE INDEX thematic_feature_search ON thematic_feature USING gin (search_text gin_trgm_ops);
CREATE INDEX thematic_feature_beginning ON thematic_feature (search_text text_pattern_ops);

-- The partition of a layer is itself a relation that reads like a core table. Rows are written to it directly.
CREATE FUNCTION create_thematic_layer(layer text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  IF layer !~ '^[a-z][a-z0-9_]{0,40}$' THEN
    RAISE EXCEPTION 'layer id % is not lower-case snake_case of at most 41 characters', layer;
  END IF;
  IF to_regclass(format('%I', 'thematic_' || layer)) IS NULL THEN
    EXECUTE format('CREATE TABLE %I PARTITION OF thematic_feature FOR VALUES IN (%L)', 'thematic_' || layer, layer);
    EXECUTE format('ALTER TABLE %I ALTER COLUMN layer_id SET DEFAULT %L', 'thematic_' || layer, layer);
    EXECUTE format('CREATE TRIGGER layer_changed AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON %I
                    FOR EACH STATEMENT EXECUTE FUNCTION note_layer_change(%L)', 'thematic_' || layer, layer);
  END IF;
END $$;
