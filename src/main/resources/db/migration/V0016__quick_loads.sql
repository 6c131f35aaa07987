-- What a load of a million rows spent most of its time on.

-- The same answer as before. In SQL the function could not be inlined (unaccent is only STABLE), and an SQL function that is
-- called as a function costs twice what it does.
CREATE OR REPLACE FUNCTION search_form(words text) RETURNS text LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
BEGIN
  RETURN lower(public.unaccent('public.unaccent', coalesce(words, '')));
END $$;

-- Of a load that made its layer, records and rows are numbered alike: one row says where all of them come from.
ALTER TABLE load_record ADD COLUMN records bigint NOT NULL DEFAULT 1 CHECK (records > 0);
COMMENT ON COLUMN load_record.records IS
  'the record feature_id + n, for n below records, comes from the row row_number + n; a number that no record has was a rejected row';

-- For each version of history both changes were looked up, two million times for a million records that go. The one is
-- the change of this transaction, the other was the record's own, which has that foreign key: there is nothing to find.
ALTER TABLE feature_history DROP CONSTRAINT feature_history_made_by_fkey, DROP CONSTRAINT feature_history_ended_by_fkey;

-- What happens to history when all records of a relation are deleted, for one that is dropped in the same transaction: the
-- present versions end here. Answers how many.
CREATE FUNCTION keep_all_versions(relation text, layer text) RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE
  kept bigint;
BEGIN
  EXECUTE format(
    'INSERT INTO feature_history (layer_id, feature_id, version, made_by, ended_by, deleted, attributes, geom)
     SELECT %L, id, version, change_id, current_change(), true, (SELECT to_jsonb(a) FROM (SELECT %s) AS a), geom FROM %I AS former',
    layer, (SELECT string_agg(format('former.%I', c), ', ') FROM unnest(recorded_columns(format('%I', relation)::regclass)) AS c), relation);
  GET DIAGNOSTICS kept = ROW_COUNT;
  RETURN kept;
END $$;

-- The index by which words are found inside of codes and names takes as long as all others together. A layer that a load
-- makes gets it after the load (the job layer-index); until then such a search reads the layer's table. A partition must
-- get by itself what its parent has, so the parent has it no longer.
DROP INDEX thematic_feature_search;

CREATE FUNCTION add_search_index(layer text) RETURNS void LANGUAGE plpgsql SET maintenance_work_mem = '256MB' AS $$
DECLARE
  partition text := 'thematic_' || layer;
BEGIN
  IF to_regclass(format('%I', partition)) IS NOT NULL THEN
    EXECUTE format('CREATE INDEX IF NOT EXISTS %I ON %I USING gin (search_text gin_trgm_ops)', partition || '_search', partition);
  END IF;
END $$;

CREATE OR REPLACE FUNCTION create_thematic_layer(layer text) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  partition text := 'thematic_' || layer;
BEGIN
  IF layer !~ '^[a-z][a-z0-9_]{0,40}$' THEN
    RAISE EXCEPTION 'layer id % is not lower-case snake_case of at most 41 characters', layer;
  END IF;
  IF to_regclass(format('%I', partition)) IS NULL THEN
    EXECUTE format('CREATE TABLE %I PARTITION OF thematic_feature FOR VALUES IN (%L)', partition, layer);
    EXECUTE format('ALTER TABLE %I ALTER COLUMN layer_id SET DEFAULT %L', partition, layer);
    EXECUTE format('CREATE TRIGGER layer_changed AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON %I
                    FOR EACH STATEMENT EXECUTE FUNCTION note_layer_change(%L)', partition, layer);
    PERFORM record_history(partition, layer);
    PERFORM add_search_index(layer);
  END IF;
END $$;

-- That all rows are of one layer is said before they come: the table need not be read again to see it.
CREATE OR REPLACE FUNCTION begin_thematic_layer(layer text) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  partition text := 'thematic_' || layer;
BEGIN
  IF layer !~ '^[a-z][a-z0-9_]{0,40}$' THEN
    RAISE EXCEPTION 'layer id % is not lower-case snake_case of at most 41 characters', layer;
  END IF;
  EXECUTE format('CREATE TABLE %I (LIKE thematic_feature INCLUDING DEFAULTS INCLUDING CONSTRAINTS INCLUDING GENERATED)', partition);
  EXECUTE format('ALTER TABLE %I ALTER COLUMN layer_id SET DEFAULT %L, ADD CONSTRAINT one_layer CHECK (layer_id = %L)', partition, layer, layer);
END $$;

-- All but the search index.
CREATE OR REPLACE FUNCTION finish_thematic_layer(layer text) RETURNS void LANGUAGE plpgsql SET maintenance_work_mem = '256MB' AS $$
DECLARE
  partition text := 'thematic_' || layer;
BEGIN
  EXECUTE format('ALTER TABLE %I ADD PRIMARY KEY (layer_id, id), ADD UNIQUE (layer_id, code)', partition);
  EXECUTE format('CREATE INDEX ON %I USING gist (geom)', partition);
  EXECUTE format('CREATE INDEX ON %I USING gist (geom_3857)', partition);
  EXECUTE format('CREATE INDEX ON %I (search_text text_pattern_ops)', partition);
  EXECUTE format('ALTER TABLE thematic_feature ATTACH PARTITION %I FOR VALUES IN (%L)', partition, layer);
  EXECUTE format('ALTER TABLE %I DROP CONSTRAINT one_layer', partition);
  EXECUTE format('CREATE TRIGGER layer_changed AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON %I
                  FOR EACH STATEMENT EXECUTE FUNCTION note_layer_change(%L)', partition, layer);
  PERFORM record_history(partition, layer);
END $$;

SELECT add_search_index(substr(relname, length('thematic_') + 1))
FROM pg_inherits JOIN pg_class ON pg_class.oid = inhrelid WHERE inhparent = 'thematic_feature'::regclass;
