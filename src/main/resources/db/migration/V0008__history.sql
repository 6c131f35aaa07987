-- Every version of every record, with who, when and why. The database keeps it, not the program, so that no writer can
-- forget: not a bulk load, not a form, not a repair by hand.
--
-- A transaction that changes features does so under one row of "change". A record names the change that made its present
-- state; the states before it lie in feature_history, each with the change that made it and the change that ended it.
-- An insert therefore writes no history at all, which keeps loading a million rows as fast as before.

CREATE TABLE change (
  id       bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  at       timestamptz NOT NULL DEFAULT now(),
  author   text NOT NULL,
  kind     text NOT NULL CHECK (kind IN ('edit', 'load', 'rollback', 'demonstration', 'system')),
  reason   text
);

-- Says who changes features in this transaction, and why. May be called once; what follows belongs to it.
CREATE FUNCTION begin_change(author text, kind text, reason text) RETURNS bigint LANGUAGE sql AS $$
  WITH made AS (INSERT INTO change (author, kind, reason) VALUES (author, kind, reason) RETURNING id)
  SELECT set_config('comparto.change', id::text, true)::bigint FROM made, set_config('comparto.author', author, true)
$$;

-- The change of this transaction; a writer that announced none is noted as what it is: somebody with the database password.
CREATE FUNCTION current_change() RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE
  announced text := current_setting('comparto.change', true);
BEGIN
  IF announced IS NULL OR announced = '' THEN
    RETURN begin_change(session_user, 'system', NULL);
  END IF;
  RETURN announced::bigint;
END $$;

CREATE TABLE feature_history (
  layer_id    text NOT NULL,
  feature_id  bigint NOT NULL,
  version     integer NOT NULL,
  made_by     bigint NOT NULL REFERENCES change (id),
  ended_by    bigint NOT NULL REFERENCES change (id),
  deleted     boolean NOT NULL,                    -- the record ended here, not only this version of it
  attributes  jsonb NOT NULL,                      -- all columns but the geometry and what is derived
  geom        geometry,
  PRIMARY KEY (layer_id, feature_id, version, ended_by)
);
CREATE INDEX feature_history_made_by ON feature_history (made_by);
CREATE INDEX feature_history_ended_by ON feature_history (ended_by);

CREATE FUNCTION stamp_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.change_id := current_change();
  IF NEW.version = OLD.version THEN
    -- a writer in SQL; JPA has raised the version and named the author already
    NEW.version := OLD.version + 1;
    NEW.updated_by := current_setting('comparto.author');
  END IF;
  NEW.updated_at := now();
  RETURN NEW;
END $$;

-- The columns that a version consists of: what is derived can be derived again.
CREATE FUNCTION recorded_columns(relation regclass) RETURNS text[] LANGUAGE sql STABLE AS $$
  SELECT array_agg(attname::text ORDER BY attnum) FROM pg_attribute
  WHERE attrelid = relation AND attnum > 0 AND NOT attisdropped AND attgenerated = '' AND attname <> 'geom'
$$;

CREATE FUNCTION keep_former_versions() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format(
    'INSERT INTO feature_history (layer_id, feature_id, version, made_by, ended_by, deleted, attributes, geom)
     SELECT %L, id, version, change_id, current_change(), %L, (SELECT to_jsonb(a) FROM (SELECT %s) AS a), geom FROM former',
    TG_ARGV[0], TG_OP = 'DELETE', (SELECT string_agg(format('former.%I', c), ', ') FROM unnest(recorded_columns(TG_RELID)) AS c));
  RETURN NULL;
END $$;

-- Puts a relation of features under history; part of making every layer.
CREATE FUNCTION record_history(relation text, layer text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('CREATE TRIGGER stamp_change BEFORE UPDATE ON %I FOR EACH ROW EXECUTE FUNCTION stamp_change()', relation);
  EXECUTE format('CREATE TRIGGER keep_updated AFTER UPDATE ON %I REFERENCING OLD TABLE AS former
                  FOR EACH STATEMENT EXECUTE FUNCTION keep_former_versions(%L)', relation, layer);
  EXECUTE format('CREATE TRIGGER keep_deleted AFTER DELETE ON %I REFERENCING OLD TABLE AS former
                  FOR EACH STATEMENT EXECUTE FUNCTION keep_former_versions(%L)', relation, layer);
  EXECUTE format('CREATE INDEX %1$s_change ON %1$I (change_id)', relation);
END $$;

-- Brings the records that one change ended, or one of them, back to how they were before it: the same ids, a new change;
-- deleted records exist again. Part of the change begun before. Answers how many.
CREATE FUNCTION restore_change(relation regclass, layer text, ended bigint, only_feature bigint DEFAULT NULL) RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE
  kept text[] := array_remove(array_remove(recorded_columns(relation), 'change_id'), 'version');
  names text := (SELECT string_agg(format('%I', c), ', ') FROM unnest(kept) AS c);
  former text := (SELECT string_agg(format('r.%I', c), ', ') FROM unnest(kept) AS c);
  updates text := (SELECT string_agg(format('%1$I = excluded.%1$I', c), ', ') FROM unnest(kept) AS c WHERE c NOT IN ('id', 'layer_id'));
  keys text := CASE WHEN 'layer_id' = ANY (kept) THEN 'layer_id, id' ELSE 'id' END;
  restored bigint;
BEGIN
  EXECUTE format('INSERT INTO %1$s AS t (%2$s, version, geom)
                  SELECT %3$s, h.version + 1, h.geom
                  FROM feature_history AS h, jsonb_populate_record(NULL::%1$s, h.attributes) AS r
                  WHERE h.layer_id = $1 AND h.ended_by = $2 AND ($3 IS NULL OR h.feature_id = $3)
                  ON CONFLICT (%4$s) DO UPDATE SET %5$s, geom = excluded.geom', relation, names, former, keys, updates)
  USING layer, ended, only_feature;
  GET DIAGNOSTICS restored = ROW_COUNT;
  RETURN restored;
END $$;

ALTER TABLE feature_record ADD COLUMN change_id bigint NOT NULL DEFAULT current_change();

DO $$
DECLARE
  layer text;
BEGIN
  INSERT INTO change (author, kind, reason) VALUES (session_user, 'system', 'records from before history was kept');
  PERFORM set_config('comparto.change', (SELECT max(id) FROM change)::text, true);
  FOREACH layer IN ARRAY ARRAY['territory', 'municipality', 'industrial_zone', 'plot', 'logistics_zone', 'primary_substation_area',
                               'energy_area', 'bottleneck', 'gateway', 'company'] LOOP
    EXECUTE format('ALTER TABLE %I ADD COLUMN change_id bigint NOT NULL DEFAULT current_change() REFERENCES change (id)', layer);
    PERFORM record_history(layer, layer);
  END LOOP;
END $$;

-- Thematic layers: the partitions there are, and those to come.
ALTER TABLE thematic_feature ADD COLUMN change_id bigint NOT NULL DEFAULT current_change() REFERENCES change (id);

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
  END IF;
END $$;

SELECT record_history(relname, substr(relname, length('thematic_') + 1))
FROM pg_inherits JOIN pg_class ON pg_class.oid = inhrelid WHERE inhparent = 'thematic_feature'::regclass;
