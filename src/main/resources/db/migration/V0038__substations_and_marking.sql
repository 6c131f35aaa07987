-- Every plot, industrial zone, company and energy area knows the primary-substation area it lies in (DOMAIN 2.1: energy is shared within one),
-- and a plot whether somebody builds an energy community there. What a desk has stated stays as it was stated: primary_substation_code is its
-- word, substation_code what the perimeters say, and substation_differs that the two contradict each other.
--
-- A writer of such a feature has its own derived at once. When perimeters or marked areas change, the application writes all others anew in
-- the background (module energy), since a load of perimeters may touch hundreds of thousands of plots.

ALTER TABLE plot
  ADD COLUMN substation_code text,
  ADD COLUMN cer_ready boolean,
  ADD COLUMN substation_differs boolean GENERATED ALWAYS AS (primary_substation_code <> substation_code) STORED;
ALTER TABLE industrial_zone ADD COLUMN substation_code text;
ALTER TABLE company ADD COLUMN substation_code text;
ALTER TABLE energy_area
  ADD COLUMN verdict_id text,
  ADD COLUMN substation_code text,
  ADD COLUMN substation_shares jsonb,
  ADD COLUMN substation_differs boolean GENERATED ALWAYS AS (primary_substation_code <> substation_code) STORED;

COMMENT ON COLUMN plot.substation_code IS 'derived: code of the published primary-substation area with the largest share';
COMMENT ON COLUMN industrial_zone.substation_code IS 'derived: code of the published primary-substation area with the largest share';
COMMENT ON COLUMN company.substation_code IS 'derived: code of the published primary-substation area it lies in';
COMMENT ON COLUMN energy_area.substation_code IS 'derived: code of the published primary-substation area with the largest share';
COMMENT ON COLUMN energy_area.substation_shares IS 'derived: the shares of an area that lies in several; NULL where it lies in one';
COMMENT ON COLUMN plot.cer_ready IS 'derived: that area holds a published energy area that is marked or built; NULL where no area is known';

CREATE INDEX energy_area_ready ON energy_area (substation_code) WHERE publication_status = 'published' AND marking_status IN ('marked', 'built');

-- ---- where a shape lies -----------------------------------------------------------------------------------------------

-- Published perimeters, cut so small that a shape is held against little: a perimeter of a province has tens of thousands of corners.
CREATE TABLE substation_piece (
  area_id bigint NOT NULL,                                 -- of primary_substation_area
  code    text NOT NULL,
  geom    geometry(Geometry, 4326) NOT NULL
);
CREATE INDEX substation_piece_geom ON substation_piece USING gist (geom);
CREATE INDEX substation_piece_area ON substation_piece (area_id);

-- RDN2008 / UTM by the longitude of the middle of a shape: 32N below 12 degrees, 33N below 18, else 34N.
CREATE FUNCTION rdn_srid(shape geometry) RETURNS integer LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE WHEN (ST_XMin(shape) + ST_XMax(shape)) / 2 < 12 THEN 7791 WHEN (ST_XMin(shape) + ST_XMax(shape)) / 2 < 18 THEN 7792 ELSE 7793 END
$$;

-- What of a polygon lies in each area, in m² and as a share of the whole. Borders are straight in longitude and latitude, as they are kept
-- and published; what they cut out is measured in RDN2008 / UTM.
CREATE FUNCTION substation_shares(shape geometry) RETURNS TABLE (code text, m2 double precision, share double precision) LANGUAGE sql STABLE AS $$
  SELECT code, sum(part), sum(part) / nullif(ST_Area(ST_Transform(shape, rdn_srid(shape))), 0)
  FROM (SELECT p.code, ST_Area(ST_Transform(CASE WHEN ST_Covers(p.geom, shape) THEN shape ELSE ST_Intersection(p.geom, shape) END, rdn_srid(shape))) AS part
        FROM substation_piece AS p WHERE p.geom && shape AND ST_Intersects(p.geom, shape)) AS parts
  WHERE part > 0
  GROUP BY code
$$;

-- The code of the area with the largest share, of two equal ones the first; of what has no area where it lies. NULL outside of all.
CREATE FUNCTION substation_of(shape geometry) RETURNS text LANGUAGE plpgsql STABLE AS $$
DECLARE
  found_code text;
BEGIN
  SELECT min(code) INTO found_code FROM substation_piece WHERE geom ~ shape AND ST_Covers(geom, shape);
  IF found_code IS NULL AND ST_Dimension(shape) = 2 THEN
    SELECT code INTO found_code FROM substation_shares(shape) ORDER BY m2 DESC, code LIMIT 1;
  ELSIF found_code IS NULL AND ST_Dimension(shape) = 1 THEN
    SELECT min(code) INTO found_code FROM substation_piece WHERE geom && shape AND ST_Intersects(geom, shape);
  END IF;
  RETURN found_code;
END $$;

-- The shares of a shape that lies in several areas with more than 1 m² and 0.1 % each, the largest first; NULL of all others.
CREATE FUNCTION substation_straddle(shape geometry) RETURNS jsonb LANGUAGE sql STABLE AS $$
  SELECT CASE WHEN count(*) > 1 THEN jsonb_agg(jsonb_build_object('code', code, 'm2', round(m2::numeric, 1), 'share', round(share::numeric, 4))
                                               ORDER BY m2 DESC, code) END
  FROM substation_shares(shape) WHERE m2 > 1 AND share > 0.001
$$;

CREATE FUNCTION is_cer_ready(substation text) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT CASE WHEN substation IS NOT NULL THEN EXISTS (
    SELECT FROM energy_area WHERE publication_status = 'published' AND marking_status IN ('marked', 'built') AND substation_code = substation) END
$$;

-- ---- kept true at once: the pieces, and whatever is written -----------------------------------------------------------

CREATE FUNCTION cut_substations(ids bigint[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  PERFORM lock_derivation(true);                           -- what is written meanwhile would be derived from the pieces of before
  DELETE FROM substation_piece WHERE ids IS NULL OR area_id = ANY (ids);
  INSERT INTO substation_piece SELECT id, code, ST_Subdivide(geom, 128) FROM primary_substation_area
  WHERE publication_status = 'published' AND (ids IS NULL OR id = ANY (ids));
END $$;

CREATE FUNCTION follow_substations() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  touched bigint[];
BEGIN
  IF TG_OP = 'INSERT' THEN
    SELECT array_agg(id) INTO touched FROM present;
  ELSIF TG_OP = 'DELETE' THEN
    SELECT array_agg(id) INTO touched FROM former;
  ELSIF TG_OP = 'UPDATE' THEN
    SELECT array_agg(id) INTO touched FROM former JOIN present USING (id)
    WHERE (former.code, former.publication_status) IS DISTINCT FROM (present.code, present.publication_status)
       OR ST_AsBinary(former.geom) <> ST_AsBinary(present.geom);
  END IF;
  IF touched IS NOT NULL OR TG_OP = 'TRUNCATE' THEN
    PERFORM cut_substations(touched);
  END IF;
  RETURN NULL;
END $$;

CREATE TRIGGER follow_inserted AFTER INSERT ON primary_substation_area REFERENCING NEW TABLE AS present
  FOR EACH STATEMENT EXECUTE FUNCTION follow_substations();
CREATE TRIGGER follow_deleted AFTER DELETE ON primary_substation_area REFERENCING OLD TABLE AS former
  FOR EACH STATEMENT EXECUTE FUNCTION follow_substations();
CREATE TRIGGER follow_updated AFTER UPDATE ON primary_substation_area REFERENCING OLD TABLE AS former NEW TABLE AS present
  FOR EACH STATEMENT EXECUTE FUNCTION follow_substations();
CREATE TRIGGER follow_emptied AFTER TRUNCATE ON primary_substation_area FOR EACH STATEMENT EXECUTE FUNCTION follow_substations();

-- Nobody writes what is derived, and who writes anything else has it derived anew: a value from before a change of perimeters goes too.
CREATE FUNCTION derive_substation() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND is_deriving() THEN
    RETURN NEW;
  END IF;
  PERFORM lock_derivation(false);
  NEW.substation_code := substation_of(NEW.geom);
  IF TG_TABLE_NAME = 'plot' THEN
    NEW.cer_ready := is_cer_ready(NEW.substation_code);
  ELSIF TG_TABLE_NAME = 'energy_area' THEN
    NEW.substation_shares := substation_straddle(NEW.geom);
  END IF;
  RETURN NEW;
END $$;

DO $$
DECLARE
  layer text;
BEGIN
  FOREACH layer IN ARRAY ARRAY['plot', 'industrial_zone', 'company', 'energy_area'] LOOP
    EXECUTE format('CREATE TRIGGER derive_substation BEFORE INSERT OR UPDATE ON %I FOR EACH ROW EXECUTE FUNCTION derive_substation()', layer);
  END LOOP;
END $$;

-- ---- kept true in the background --------------------------------------------------------------------------------------

-- How far the application has come with a layer, whichever instance it is that goes on.
CREATE TABLE substation_pass (
  layer_id    text PRIMARY KEY,
  basis       text NOT NULL,                               -- the revisions of what it is derived from
  features    bigint NOT NULL,                             -- about how many there are
  done        bigint NOT NULL DEFAULT 0,
  done_to     bigint NOT NULL,                             -- all features up to this id are done
  skipped     boolean NOT NULL DEFAULT false,              -- but some that somebody was writing: the pass begins again
  changed     bigint NOT NULL DEFAULT 0,                   -- how many have become different
  started_at  timestamptz NOT NULL DEFAULT now(),
  finished_at timestamptz                                  -- NULL: not yet
);

-- Writes some features of a layer anew where they differ, those after an id; those that somebody is writing are passed over, which writes
-- them anew by itself or is found in the next pass. Where nothing differs nothing is written, so that no revision moves.
CREATE FUNCTION derive_substations(relation regclass, after bigint, most integer, OUT looked_at bigint, OUT last bigint, OUT differing bigint, OUT written bigint)
LANGUAGE plpgsql AS $$
DECLARE
  found_ids bigint[];
  further text := CASE relation WHEN 'energy_area'::regclass THEN ', substation_shares = substation_straddle(geom)'
                                WHEN 'plot'::regclass THEN ', cer_ready = is_cer_ready(substation_of(geom))' ELSE '' END;
  differs text := CASE relation WHEN 'energy_area'::regclass THEN ' OR substation_shares IS DISTINCT FROM substation_straddle(geom)' ELSE '' END;
BEGIN
  EXECUTE format('SELECT count(*), max(id), array_agg(id) FILTER (WHERE substation_code IS DISTINCT FROM substation_of(geom)%s)
                  FROM (SELECT * FROM %s WHERE id > $1 ORDER BY id LIMIT $2) AS f', differs, relation) INTO looked_at, last, found_ids USING after, most;
  differing := coalesce(cardinality(found_ids), 0);
  written := 0;
  IF differing > 0 THEN
    EXECUTE format('SELECT array_agg(id) FROM (SELECT id FROM %s WHERE id = ANY ($1) FOR NO KEY UPDATE SKIP LOCKED) AS f', relation) INTO found_ids USING found_ids;
    written := coalesce(cardinality(found_ids), 0);
    IF written > 0 THEN
      PERFORM set_config('comparto.deriving', 'on', true);
      EXECUTE format('UPDATE %s SET substation_code = substation_of(geom)%s WHERE id = ANY ($1)', relation, further) USING found_ids;
      PERFORM set_config('comparto.deriving', '', true);
    END IF;
  END IF;
END $$;

-- Writes anew of some plots whether they lie in a ready area, where that differs.
CREATE FUNCTION derive_readiness(most integer, OUT differing bigint, OUT written bigint) LANGUAGE plpgsql AS $$
DECLARE
  ready text[] := (SELECT coalesce(array_agg(DISTINCT substation_code), '{}') FROM energy_area
                   WHERE publication_status = 'published' AND marking_status IN ('marked', 'built') AND substation_code IS NOT NULL);
  found_ids bigint[];
BEGIN
  SELECT array_agg(id) INTO found_ids FROM (SELECT id FROM plot WHERE cer_ready IS DISTINCT FROM (substation_code = ANY (ready)) ORDER BY id LIMIT most) AS p;
  differing := coalesce(cardinality(found_ids), 0);
  written := 0;
  IF differing > 0 THEN
    SELECT array_agg(id) INTO found_ids FROM (SELECT id FROM plot WHERE id = ANY (found_ids) FOR NO KEY UPDATE SKIP LOCKED) AS p;
    written := coalesce(cardinality(found_ids), 0);
    IF written > 0 THEN
      PERFORM set_config('comparto.deriving', 'on', true);
      UPDATE plot SET cer_ready = (substation_code = ANY (ready)) WHERE id = ANY (found_ids);
      PERFORM set_config('comparto.deriving', '', true);
    END IF;
  END IF;
END $$;

-- ---- what changed -----------------------------------------------------------------------------------------------------

-- The published perimeters as they were when a change was made, that change included.
CREATE FUNCTION substations_after(change bigint) RETURNS TABLE (id bigint, code text, name text, distributor text, geom geometry) LANGUAGE sql STABLE AS $$
  SELECT id, code, coalesce(substation_name, name), distributor, geom FROM primary_substation_area
  WHERE publication_status = 'published' AND change_id <= change
  UNION ALL
  SELECT feature_id, attributes ->> 'code', coalesce(attributes ->> 'substation_name', attributes ->> 'name'), attributes ->> 'distributor', geom
  FROM feature_history
  WHERE layer_id = 'primary_substation_area' AND made_by <= change AND ended_by > change AND attributes ->> 'publication_status' = 'published'
$$;

-- Features that are there already are found by the first pass; their perimeters are cut now.
SELECT cut_substations(NULL);
