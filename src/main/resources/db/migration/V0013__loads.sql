-- One row per file that somebody wanted loaded: what it was, what was planned, found, done and undone.

CREATE TABLE load (
  id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  layer_id      text,                                        -- no foreign key: a layer may be removed, its loads stay known
  file_name     text NOT NULL,                               -- as the sender named it
  file_sha256   text NOT NULL,
  file_bytes    bigint NOT NULL,
  file          text,                                        -- below the uploads folder; NULL once it is removed
  format        text,
  source_layer  text,
  source_crs    text,
  transform     text,
  accuracy_m    numeric,
  inspection    jsonb,
  plan          jsonb,
  staged        jsonb,                                       -- what lies in the staging schema, and from which layer and CRS
  state         text NOT NULL DEFAULT 'received' CHECK (state IN ('received', 'checking', 'checked', 'applying', 'applied', 'refused',
                  'rolling_back', 'rolled_back', 'failed', 'discarded')),
  report        jsonb,
  new_layer     jsonb,                                       -- the descriptor proposed for a layer that this load makes
  message       text,                                        -- why it was refused or failed, for people
  change_id     bigint REFERENCES change (id),
  undone_by     bigint REFERENCES change (id),
  made_layer    boolean NOT NULL DEFAULT false,
  job_id        bigint,
  author        text NOT NULL,
  unlimited     boolean NOT NULL DEFAULT false,              -- sent by the operator: no limits of size
  territory     text,                                        -- the author acts in this territory only; NULL for all
  created_at    timestamptz NOT NULL DEFAULT now(),
  applied_at    timestamptz
);
CREATE INDEX load_layer ON load (layer_id);
CREATE INDEX load_author ON load (author);

-- Which row of which file a record came from, or was last changed by. Without a foreign key, which would be asked a
-- million times for the same load: loads are never deleted.
CREATE TABLE load_record (
  feature_id bigint NOT NULL,
  load_id    bigint NOT NULL,
  row_number bigint NOT NULL,
  PRIMARY KEY (feature_id, load_id)
);

CREATE INDEX load_problem_row ON load_problem (load_id, row_number);

-- Plans that are worth using again, by name.
CREATE TABLE load_profile (
  name       text PRIMARY KEY CHECK (name ~ '^[a-z0-9][a-z0-9_-]{0,59}$'),
  layer_id   text,
  plan       jsonb NOT NULL,
  author     text NOT NULL,
  updated_at timestamptz NOT NULL DEFAULT now()
);

-- Descriptors of layers that loads have made, in the format of gis-data/layers without what all layers share.
CREATE TABLE layer_descriptor (
  layer_id   text PRIMARY KEY,
  descriptor jsonb NOT NULL,
  updated_by text NOT NULL,
  updated_at timestamptz NOT NULL DEFAULT now()
);

-- A descriptor that changes is a change of the catalogue (revision "layer_descriptor") and of all that is made from the
-- layer: items and tiles carry the attributes that it names.
CREATE FUNCTION note_descriptor_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO layer_change (layer_id) VALUES ('layer_descriptor'), (coalesce(NEW.layer_id, OLD.layer_id));
  PERFORM pg_notify('layer_changed', 'layer_descriptor');
  RETURN NULL;
END $$;
CREATE TRIGGER layer_descriptor_changed AFTER INSERT OR UPDATE OR DELETE ON layer_descriptor
  FOR EACH ROW EXECUTE FUNCTION note_descriptor_change();

-- A new layer with many rows is filled first and gets its indexes, its foreign key and its triggers then: three times as
-- fast as row by row. Between begin and finish it is a table of its own that nobody else sees.
CREATE FUNCTION begin_thematic_layer(layer text) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  partition text := 'thematic_' || layer;
BEGIN
  IF layer !~ '^[a-z][a-z0-9_]{0,40}$' THEN
    RAISE EXCEPTION 'layer id % is not lower-case snake_case of at most 41 characters', layer;
  END IF;
  EXECUTE format('CREATE TABLE %I (LIKE thematic_feature INCLUDING DEFAULTS INCLUDING CONSTRAINTS INCLUDING GENERATED)', partition);
  EXECUTE format('ALTER TABLE %I ALTER COLUMN layer_id SET DEFAULT %L', partition, layer);
END $$;

CREATE FUNCTION finish_thematic_layer(layer text) RETURNS void LANGUAGE plpgsql SET maintenance_work_mem = '256MB' AS $$
DECLARE
  partition text := 'thematic_' || layer;
BEGIN
  EXECUTE format('ALTER TABLE %I ADD PRIMARY KEY (layer_id, id), ADD UNIQUE (layer_id, code),
                  ADD CONSTRAINT one_layer CHECK (layer_id = %L)', partition, layer);
  EXECUTE format('CREATE INDEX ON %I USING gist (geom)', partition);
  EXECUTE format('CREATE INDEX ON %I USING gist (geom_3857)', partition);
  EXECUTE format('CREATE INDEX ON %I USING gin (search_text gin_trgm_ops)', partition);
  EXECUTE format('CREATE INDEX ON %I (search_text text_pattern_ops)', partition);
  EXECUTE format('ALTER TABLE thematic_feature ATTACH PARTITION %I FOR VALUES IN (%L)', partition, layer);
  EXECUTE format('ALTER TABLE %I DROP CONSTRAINT one_layer', partition);
  EXECUTE format('CREATE TRIGGER layer_changed AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON %I
                  FOR EACH STATEMENT EXECUTE FUNCTION note_layer_change(%L)', partition, layer);
  PERFORM record_history(partition, layer);
END $$;

-- ---- reading values as people write them; what can not be read is NULL --------------------------------------------

-- A number. With italian, a dot parts thousands and a comma the decimals; whoever calls decides for a whole column,
-- since 1.234 alone can be either.
CREATE FUNCTION read_number(value text, italian boolean) RETURNS numeric LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE
    WHEN italian AND value ~ '^\s*[+-]?(\d{1,3}(\.\d{3})+|\d+)(,\d+)?\s*$' THEN replace(replace(trim(value), '.', ''), ',', '.')::numeric
    WHEN NOT italian AND value ~ '^\s*[+-]?(\d{1,200}(\.\d*)?|\.\d+)([eE][+-]?\d{1,2})?\s*$' THEN trim(value)::numeric
  END
$$;

CREATE FUNCTION read_integer(value text, italian boolean) RETURNS bigint LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE WHEN n = trunc(n) AND n BETWEEN -9223372036854775808 AND 9223372036854775807 THEN n::bigint END FROM read_number(value, italian) AS n
$$;

-- yyyy-mm-dd or, as Italians write, dd/mm/yyyy; a time behind it is left out.
CREATE FUNCTION read_date(value text) RETURNS date LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE
  part text[] := regexp_match(value, '^\s*(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})([ T].*)?\s*$');
  year integer;
  month integer;
  day integer;
BEGIN
  IF part IS NOT NULL THEN
    year := part[1]; month := part[2]; day := part[3];
  ELSE
    part := regexp_match(value, '^\s*(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})([ T].*)?\s*$');
    IF part IS NULL THEN
      RETURN NULL;
    END IF;
    year := part[3]; month := part[2]; day := part[1];
  END IF;
  IF year < 1 OR month NOT BETWEEN 1 AND 12 OR day < 1
     OR day > extract(day FROM make_date(year, month, 1) + interval '1 month - 1 day') THEN
    RETURN NULL;
  END IF;
  RETURN make_date(year, month, day);
END $$;

CREATE FUNCTION read_datetime(value text) RETURNS timestamptz LANGUAGE plpgsql STABLE PARALLEL SAFE AS $$
DECLARE
  day date := read_date(value);
  clock text := (regexp_match(value, '[ T](.+?)\s*$'))[1];
BEGIN
  RETURN CASE WHEN day IS NOT NULL THEN (day::text || ' ' || coalesce(clock, '00:00'))::timestamptz END;
EXCEPTION WHEN data_exception OR invalid_parameter_value THEN
  RETURN NULL;
END $$;

CREATE FUNCTION read_boolean(value text) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE
    WHEN lower(trim(value)) IN ('t', 'true', 'vero', 'v', 'yes', 'y', 'si', 'sì', 's', '1', 'x') THEN true
    WHEN lower(trim(value)) IN ('f', 'false', 'falso', 'no', 'n', '0') THEN false
  END
$$;

CREATE FUNCTION read_json(value text) RETURNS jsonb LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
BEGIN
  RETURN value::jsonb;
EXCEPTION WHEN data_exception THEN
  RETURN NULL;
END $$;

-- A list: separated by semicolons, vertical bars or, where there are none of these, commas.
CREATE FUNCTION read_list(value text) RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT nullif(array_agg(trim(item) ORDER BY position) FILTER (WHERE trim(item) <> ''), '{}')
  FROM regexp_split_to_table(value, CASE WHEN value ~ '[;|]' THEN '[;|]' ELSE ',' END) WITH ORDINALITY AS items (item, position)
$$;

-- Whether two shapes are the same to a tenth of a millimetre (1e-9 degrees), whatever their ring's first corner; single and multi alike.
CREATE FUNCTION same_shape(a geometry, b geometry) RETURNS boolean LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
BEGIN
  IF ST_OrderingEquals(a, b) THEN
    RETURN true;
  END IF;
  IF ST_Dimension(a) <> ST_Dimension(b)
     OR abs(ST_XMin(a) - ST_XMin(b)) > 1e-9 OR abs(ST_XMax(a) - ST_XMax(b)) > 1e-9
     OR abs(ST_YMin(a) - ST_YMin(b)) > 1e-9 OR abs(ST_YMax(a) - ST_YMax(b)) > 1e-9 OR ST_NPoints(a) <> ST_NPoints(b) THEN
    RETURN false;
  END IF;
  RETURN ST_HausdorffDistance(a, b) <= 1e-9;
END $$;
