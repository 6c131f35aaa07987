-- A load that makes its layer spent most of its time in one INSERT, which PostgreSQL gives to one process. CREATE TABLE AS is
-- worked out by several, but can not make a generated column, and a partition must have those of its parent. So the columns
-- that are derived in every thematic layer are plain ones, kept by a trigger, and a load that makes a layer works them out itself.

ALTER TABLE thematic_feature
  ALTER COLUMN search_text DROP EXPRESSION,
  ALTER COLUMN geom_3857 DROP EXPRESSION,
  ALTER COLUMN geom_place DROP EXPRESSION;

CREATE FUNCTION place_of(shape geometry) RETURNS bigint LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT map_place(ST_XMin(shape::box2d), ST_YMin(shape::box2d), ST_XMax(shape::box2d), ST_YMax(shape::box2d))
$$;

CREATE FUNCTION derive_thematic_feature() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.search_text := search_form(coalesce(NEW.code, '') || ' ' || coalesce(NEW.name, ''));
  NEW.geom_3857 := ST_Transform(NEW.geom, 3857);
  NEW.geom_place := place_of(NEW.geom);
  RETURN NEW;
END $$;
CREATE TRIGGER derive BEFORE INSERT OR UPDATE ON thematic_feature FOR EACH ROW EXECUTE FUNCTION derive_thematic_feature();

-- What is derived is no part of a version.
CREATE OR REPLACE FUNCTION recorded_columns(relation regclass) RETURNS text[] LANGUAGE sql STABLE AS $$
  SELECT array_agg(attname::text ORDER BY attnum) FROM pg_attribute
  WHERE attrelid = relation AND attnum > 0 AND NOT attisdropped AND attgenerated = ''
    AND attname NOT IN ('geom', 'geom_3857', 'geom_place', 'search_text')
    AND coalesce(col_description(relation, attnum), '') NOT LIKE 'derived:%'
$$;

-- Makes a thematic layer of the table thematic_{layer} that holds its rows, derived columns among them: columns that it lacks
-- get the value that they have by default, then it gets keys, indexes and triggers. All but the search index.
DROP FUNCTION begin_thematic_layer;
CREATE OR REPLACE FUNCTION finish_thematic_layer(layer text) RETURNS void LANGUAGE plpgsql SET maintenance_work_mem = '256MB' AS $$
DECLARE
  partition text := 'thematic_' || layer;
  changes text;
BEGIN
  IF layer !~ '^[a-z][a-z0-9_]{0,40}$' THEN
    RAISE EXCEPTION 'layer id % is not lower-case snake_case of at most 41 characters', layer;
  END IF;
  SELECT string_agg(CASE
      WHEN own.attnum IS NULL THEN concat(format('ADD COLUMN %I %s', c.attname, format_type(c.atttypid, c.atttypmod)), ' DEFAULT ' || standard,
                                          CASE WHEN c.attnotnull THEN ' NOT NULL' END)
      ELSE concat_ws(', ', format('ALTER COLUMN %I SET DEFAULT ', c.attname) || standard,
                     CASE WHEN c.attnotnull THEN format('ALTER COLUMN %I SET NOT NULL', c.attname) END) END, ', ')
  INTO changes
  FROM pg_attribute AS c
  CROSS JOIN LATERAL (SELECT CASE c.attname WHEN 'layer_id' THEN quote_literal(layer) ELSE
      (SELECT pg_get_expr(adbin, adrelid) FROM pg_attrdef WHERE adrelid = c.attrelid AND adnum = c.attnum) END AS standard) AS d
  LEFT JOIN pg_attribute AS own ON own.attrelid = format('%I', partition)::regclass AND own.attname = c.attname
  WHERE c.attrelid = 'thematic_feature'::regclass AND c.attnum > 0 AND NOT c.attisdropped AND (own.attnum IS NULL OR c.attnotnull OR standard IS NOT NULL);
  changes := concat_ws(', ', changes, (SELECT string_agg(format('ADD CONSTRAINT %I %s', conname, pg_get_constraintdef(oid)), ', ')
                                       FROM pg_constraint WHERE conrelid = 'thematic_feature'::regclass AND contype = 'c'));
  -- that all rows are of one layer need not be read again then
  EXECUTE format('ALTER TABLE %I %s, ADD CONSTRAINT one_layer CHECK (layer_id = %L)', partition, changes, layer);
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

-- Sets aside as many ids in a row and says the one before the first. Nobody else draws one until the caller's transaction
-- ends: call it in one of its own.
CREATE FUNCTION set_aside_feature_ids(many bigint) RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE
  before bigint;
BEGIN
  LOCK TABLE load IN SHARE UPDATE EXCLUSIVE MODE;   -- two of these at once: the later waits before it looks at the sequence
  PERFORM nextval('feature_id_seq');
  EXECUTE format('ALTER SEQUENCE feature_id_seq INCREMENT BY %s', greatest(many, 1));
  before := nextval('feature_id_seq') - greatest(many, 1);
  ALTER SEQUENCE feature_id_seq INCREMENT BY 1;
  RETURN before;
END $$;

-- Where a point lies: functions, since a query with subqueries for each row is worked out by one process.
CREATE FUNCTION territory_at(point geometry) RETURNS text LANGUAGE plpgsql STABLE PARALLEL SAFE STRICT AS $$
BEGIN
  RETURN (SELECT code FROM territory WHERE ST_Intersects(geom, point) ORDER BY ST_Area(geom), code LIMIT 1);
END $$;

CREATE FUNCTION municipality_at(point geometry) RETURNS text LANGUAGE plpgsql STABLE PARALLEL SAFE STRICT AS $$
BEGIN
  RETURN (SELECT code FROM municipality WHERE ST_Dimension(geom) = 2 AND ST_Intersects(geom, point) ORDER BY code LIMIT 1);
END $$;
