-- What every layer stands on: extensions, one id sequence, the columns that every record carries,
-- and revisions that no writer can forget to bump.

CREATE EXTENSION IF NOT EXISTS postgis;
CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE EXTENSION IF NOT EXISTS unaccent;

-- One sequence for all layers: an id names one record of the whole installation, so that history,
-- audit and links need no layer beside it.
CREATE SEQUENCE feature_id_seq;

-- unaccent() is only STABLE because its dictionary may be replaced; ours is not, and an index needs IMMUTABLE.
CREATE FUNCTION search_form(words text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
AS $$ SELECT lower(public.unaccent('public.unaccent', coalesce(words, ''))) $$;

-- Never filled: the layers copy its columns with LIKE … INCLUDING ALL. A missing value is NULL and means "not known".
CREATE TABLE feature_record (
  id                 bigint PRIMARY KEY DEFAULT nextval('feature_id_seq'),
  code               text NOT NULL CHECK (code <> ''),      -- stable across imports; unique in its territory
  name               text,
  territory_code     text,
  municipality_code  text,                                  -- ISTAT, six digits with leading zeros
  publication_status text NOT NULL DEFAULT 'published'
                     CHECK (publication_status IN ('draft', 'submitted', 'approved', 'published', 'retired')),
  version            integer NOT NULL DEFAULT 0,            -- optimistic lock
  source             text,
  surveyed_on        date,
  verified_on        date,
  valid_from         date,
  valid_to           date,                                  -- exclusive
  demonstration      boolean NOT NULL DEFAULT false,        -- synthetic: every screen and export says so
  created_at         timestamptz NOT NULL DEFAULT now(),
  created_by         text NOT NULL DEFAULT 'system',
  updated_at         timestamptz NOT NULL DEFAULT now(),
  updated_by         text NOT NULL DEFAULT 'system',
  search_text        text GENERATED ALWAYS AS (search_form(coalesce(code, '') || ' ' || coalesce(name, ''))) STORED,
  CHECK (valid_from < valid_to)
);

-- A layer's revision is base + the number of its changes. Writers only insert, so two of them never wait for
-- each other, and a change becomes countable in the very moment its transaction becomes visible
-- (a plain counter would make every writer of a layer queue behind the slowest).
CREATE TABLE layer_revision (
  layer_id text PRIMARY KEY,
  base     bigint NOT NULL DEFAULT 0
);

CREATE TABLE layer_change (
  layer_id   text NOT NULL,
  changed_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX layer_change_layer ON layer_change (layer_id, changed_at);

CREATE FUNCTION current_revision(layer text) RETURNS bigint LANGUAGE sql STABLE AS $$
  SELECT coalesce((SELECT base FROM layer_revision WHERE layer_id = layer), 0)
       + (SELECT count(*) FROM layer_change WHERE layer_id = layer)
$$;

-- Folds counted changes into the base; one statement, so that no reader sees the sum move.
CREATE FUNCTION fold_layer_changes() RETURNS void LANGUAGE sql AS $$
  WITH folded AS (DELETE FROM layer_change RETURNING layer_id),
       sums AS (SELECT layer_id, count(*) AS changes FROM folded GROUP BY layer_id)
  INSERT INTO layer_revision AS r (layer_id, base) SELECT layer_id, changes FROM sums
  ON CONFLICT (layer_id) DO UPDATE SET base = r.base + excluded.base
$$;

CREATE FUNCTION note_layer_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO layer_change (layer_id) VALUES (TG_ARGV[0]);
  PERFORM pg_notify('layer_changed', TG_ARGV[0]);
  RETURN NULL;
END $$;

-- Gives a table made LIKE feature_record what can not be copied: keys, indexes and the revision trigger.
CREATE FUNCTION complete_layer_table(layer text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('ALTER TABLE %1$I ALTER COLUMN territory_code SET NOT NULL, ADD UNIQUE (territory_code, code)', layer);
  IF layer NOT IN ('territory', 'municipality') THEN
    EXECUTE format('ALTER TABLE %1$I ADD FOREIGN KEY (territory_code) REFERENCES territory (code)', layer);
    EXECUTE format('ALTER TABLE %1$I ADD FOREIGN KEY (municipality_code) REFERENCES municipality (code)', layer);
  END IF;
  EXECUTE format('CREATE INDEX %1$s_geom ON %1$I USING gist (geom)', layer);
  EXECUTE format('CREATE INDEX %1$s_geom_3857 ON %1$I USING gist (geom_3857)', layer);
  EXECUTE format('CREATE INDEX %1$s_search ON %1$I USING gin (search_text gin_trgm_ops)', layer);
  EXECUTE format('CREATE INDEX %1$s_beginning ON %1$I (search_text text_pattern_ops)', layer);
  EXECUTE format('CREATE TRIGGER %1$s_changed AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON %1$I
                  FOR EACH STATEMENT EXECUTE FUNCTION note_layer_change(%1$L)', layer);
END $$;
