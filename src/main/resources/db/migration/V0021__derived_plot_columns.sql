-- What follows from a plot's own columns and from where it lies, kept beside it so that it is filtered, sorted and exported
-- like everything else: total price, what the indices allow (DOMAIN 4.2: UF x SF, RC x SF, residual), simplified logistics
-- zone and aid area, straight-line distances to gateways. NULL means not known, never 0.
--
-- Derived columns are nobody's to write and no part of a version: a change of them alone makes none in the history.

ALTER TABLE plot
  ADD COLUMN price_eur numeric GENERATED ALWAYS AS (round(price_eur_m2 * area_m2, 2)) STORED,
  ADD COLUMN max_floor_area_m2 numeric GENERATED ALWAYS AS (round(floor_area_index_m2_m2 * area_m2, 2)) STORED,
  ADD COLUMN max_covered_area_m2 numeric GENERATED ALWAYS AS (round(coverage_percent * area_m2 / 100, 2)) STORED,
  ADD COLUMN residual_floor_area_m2 numeric GENERATED ALWAYS AS (round(floor_area_index_m2_m2 * area_m2, 2) - built_floor_area_m2) STORED,
  ADD COLUMN in_logistics_zone boolean,
  ADD COLUMN in_aid_area boolean,
  ADD COLUMN distance_toll_gate_m numeric,
  ADD COLUMN distance_rail_terminal_m numeric,
  ADD COLUMN distance_port_m numeric,
  ADD COLUMN distance_airport_m numeric,
  ADD COLUMN distance_station_m numeric;

-- A comment that begins so marks a column that triggers keep.
COMMENT ON COLUMN plot.in_logistics_zone IS 'derived: overlaps a published zone of kind zls; false only where the territory has published one';
COMMENT ON COLUMN plot.in_aid_area IS 'derived: overlaps a published logistics zone that says it is (true) or is not (false) in an area of art. 107(3)(c) TFEU';
COMMENT ON COLUMN plot.distance_toll_gate_m IS 'derived: geodesic metres to the nearest published gateway of kind toll_gate';
COMMENT ON COLUMN plot.distance_rail_terminal_m IS 'derived: geodesic metres to the nearest published gateway of kind rail_terminal or intermodal_terminal';
COMMENT ON COLUMN plot.distance_port_m IS 'derived: geodesic metres to the nearest published gateway of kind sea_port or river_port';
COMMENT ON COLUMN plot.distance_airport_m IS 'derived: geodesic metres to the nearest published gateway of kind airport';
COMMENT ON COLUMN plot.distance_station_m IS 'derived: geodesic metres to the nearest published gateway of kind station';

-- ---- history passes over what is derived ---------------------------------------------------------------------------

CREATE OR REPLACE FUNCTION recorded_columns(relation regclass) RETURNS text[] LANGUAGE sql STABLE AS $$
  SELECT array_agg(attname::text ORDER BY attnum) FROM pg_attribute
  WHERE attrelid = relation AND attnum > 0 AND NOT attisdropped AND attgenerated = '' AND attname <> 'geom'
    AND coalesce(col_description(relation, attnum), '') NOT LIKE 'derived:%'
$$;

-- True while the statement under way writes derived columns and nothing else.
CREATE FUNCTION is_deriving() RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT coalesce(current_setting('comparto.deriving', true), '') = 'on'
$$;

CREATE OR REPLACE FUNCTION stamp_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF is_deriving() THEN
    RETURN NEW;
  END IF;
  NEW.change_id := current_change();
  IF NEW.version = OLD.version THEN
    -- a writer in SQL; JPA has raised the version and named the author already
    NEW.version := OLD.version + 1;
    NEW.updated_by := current_setting('comparto.author');
  END IF;
  NEW.updated_at := now();
  RETURN NEW;
END $$;

CREATE OR REPLACE FUNCTION keep_former_versions() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF is_deriving() THEN
    RETURN NULL;
  END IF;
  EXECUTE format(
    'INSERT INTO feature_history (layer_id, feature_id, version, made_by, ended_by, deleted, attributes, geom)
     SELECT %L, id, version, change_id, current_change(), %L, (SELECT to_jsonb(a) FROM (SELECT %s) AS a), geom FROM former',
    TG_ARGV[0], TG_OP = 'DELETE', (SELECT string_agg(format('former.%I', c), ', ') FROM unnest(recorded_columns(TG_RELID)) AS c));
  RETURN NULL;
END $$;

-- ---- the values -------------------------------------------------------------------------------------------------------

-- How far two places are apart in metres, to 2 % up to 2,000 km (mean radius, squared cosine of the middle latitude): only to choose
-- which gateways are measured exactly.
CREATE FUNCTION about_metres(x1 double precision, y1 double precision, x2 double precision, y2 double precision)
RETURNS double precision LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT 111195 * sqrt((x2 - x1) * (x2 - x1) * (0.5 + 0.5 * cos(0.017453292519943295 * (y1 + y2))) + (y2 - y1) * (y2 - y1))
$$;

-- Exact geodesic metres, to a decimetre, from a shape to the nearest published gateway of each kind. Two looks at the
-- gateways around: the first bounds how far the nearest can be, the second measures what lies within that.
CREATE FUNCTION gateway_distances(shape geometry, OUT toll_gate numeric, OUT rail_terminal numeric, OUT port numeric,
                                  OUT airport numeric, OUT station numeric) LANGUAGE plpgsql STABLE AS $$
DECLARE
  around CONSTANT double precision := 1.5;                 -- degrees: all that is within 80 km, up to 61 degrees of latitude
  seen CONSTANT double precision := 80000;
  x double precision := (ST_XMin(shape) + ST_XMax(shape)) / 2;
  y double precision := (ST_YMin(shape) + ST_YMax(shape)) / 2;
  radius double precision := about_metres(ST_XMin(shape), ST_YMin(shape), ST_XMax(shape), ST_YMax(shape)) / 2;
  place geography := shape::geography;
  box geometry := ST_Expand(ST_SetSRID(ST_MakePoint(x, y), 4326), around);
  nearest double precision[];
BEGIN
  FOR look IN 1..2 LOOP
    SELECT ARRAY[min(d) FILTER (WHERE gateway_kind = 'toll_gate'), min(d) FILTER (WHERE gateway_kind IN ('rail_terminal', 'intermodal_terminal')),
                 min(d) FILTER (WHERE gateway_kind IN ('sea_port', 'river_port')), min(d) FILTER (WHERE gateway_kind = 'airport'),
                 min(d) FILTER (WHERE gateway_kind = 'station')] INTO nearest
    FROM (SELECT gateway_kind, about_metres(x, y, ST_X(geom), ST_Y(geom)) AS d FROM gateway
          WHERE publication_status = 'published' AND geom && box) AS g;
    EXIT WHEN seen > ALL (nearest);                        -- neither farther than that nor NULL
    box := ST_MakeEnvelope(-180, -90, 180, 90, 4326);
  END LOOP;
  SELECT min(d) FILTER (WHERE gateway_kind = 'toll_gate'), min(d) FILTER (WHERE gateway_kind IN ('rail_terminal', 'intermodal_terminal')),
         min(d) FILTER (WHERE gateway_kind IN ('sea_port', 'river_port')), min(d) FILTER (WHERE gateway_kind = 'airport'),
         min(d) FILTER (WHERE gateway_kind = 'station')
  INTO toll_gate, rail_terminal, port, airport, station
  FROM (SELECT gateway_kind, round(ST_Distance(place, geom::geography)::numeric, 1) AS d FROM gateway
        WHERE publication_status = 'published' AND geom && box
          AND about_metres(x, y, ST_X(geom), ST_Y(geom)) <= 1.05 * (2 * radius + CASE gateway_kind WHEN 'toll_gate' THEN nearest[1]
              WHEN 'rail_terminal' THEN nearest[2] WHEN 'intermodal_terminal' THEN nearest[2] WHEN 'sea_port' THEN nearest[3]
              WHEN 'river_port' THEN nearest[3] WHEN 'airport' THEN nearest[4] WHEN 'station' THEN nearest[5] END)) AS g;
END $$;

-- Whether a shape has ground in common with published zones. Outside of all of them it is not in a simplified logistics zone
-- if its territory has published one; whether it is in an aid area is then not known, since only zones say so.
CREATE FUNCTION zone_membership(shape geometry, territory text, OUT logistics_zone boolean, OUT aid_area boolean) LANGUAGE plpgsql STABLE AS $$
BEGIN
  SELECT bool_or(true) FILTER (WHERE logistics_kind = 'zls'), bool_or(regional_aid_107_3_c) INTO logistics_zone, aid_area
  FROM logistics_zone AS z
  WHERE publication_status = 'published' AND z.geom && shape AND ST_Intersects(z.geom, shape) AND NOT ST_Touches(z.geom, shape);
  IF logistics_zone IS NULL AND EXISTS (SELECT FROM logistics_zone AS z
                                        WHERE publication_status = 'published' AND z.logistics_kind = 'zls' AND territory_code = territory) THEN
    logistics_zone := false;
  END IF;
END $$;

-- ---- kept true --------------------------------------------------------------------------------------------------------

-- Plots are derived from gateways and zones as they are committed: who writes plots and who writes those wait for each other.
CREATE FUNCTION lock_derivation(exclusively boolean) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  IF exclusively THEN
    PERFORM pg_advisory_xact_lock(8243104962419355);
  ELSE
    PERFORM pg_advisory_xact_lock_shared(8243104962419355);
  END IF;
END $$;

CREATE FUNCTION derive_plot() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    IF is_deriving() THEN
      RETURN NEW;
    ELSIF NEW.geom = OLD.geom AND NEW.territory_code = OLD.territory_code THEN
      NEW.in_logistics_zone := OLD.in_logistics_zone;
      NEW.in_aid_area := OLD.in_aid_area;
      NEW.distance_toll_gate_m := OLD.distance_toll_gate_m;
      NEW.distance_rail_terminal_m := OLD.distance_rail_terminal_m;
      NEW.distance_port_m := OLD.distance_port_m;
      NEW.distance_airport_m := OLD.distance_airport_m;
      NEW.distance_station_m := OLD.distance_station_m;
      RETURN NEW;
    END IF;
  END IF;
  PERFORM pg_advisory_xact_lock_shared(8243104962419355);
  SELECT toll_gate, rail_terminal, port, airport, station
  INTO NEW.distance_toll_gate_m, NEW.distance_rail_terminal_m, NEW.distance_port_m, NEW.distance_airport_m, NEW.distance_station_m
  FROM gateway_distances(NEW.geom);
  SELECT logistics_zone, aid_area INTO NEW.in_logistics_zone, NEW.in_aid_area FROM zone_membership(NEW.geom, NEW.territory_code);
  RETURN NEW;
END $$;
CREATE TRIGGER derive_plot BEFORE INSERT OR UPDATE ON plot FOR EACH ROW EXECUTE FUNCTION derive_plot();

-- Writes the distances of some plots anew, where they differ; NULL for all plots.
CREATE FUNCTION derive_distances(plots bigint[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  PERFORM set_config('comparto.deriving', 'on', true);
  UPDATE plot AS p SET distance_toll_gate_m = d.toll_gate, distance_rail_terminal_m = d.rail_terminal, distance_port_m = d.port,
                       distance_airport_m = d.airport, distance_station_m = d.station
  FROM (SELECT id, g.* FROM plot CROSS JOIN LATERAL gateway_distances(geom) AS g WHERE plots IS NULL OR id = ANY (plots)) AS d
  WHERE p.id = d.id AND (p.distance_toll_gate_m, p.distance_rail_terminal_m, p.distance_port_m, p.distance_airport_m, p.distance_station_m)
        IS DISTINCT FROM (d.toll_gate, d.rail_terminal, d.port, d.airport, d.station);
  PERFORM set_config('comparto.deriving', '', true);
END $$;

-- Writes anew what zones say of the plots that reach into an area or belong to a territory, where it differs; NULL for all plots.
CREATE FUNCTION derive_membership(area geometry, territories text[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  PERFORM set_config('comparto.deriving', 'on', true);
  UPDATE plot AS p SET in_logistics_zone = m.logistics_zone, in_aid_area = m.aid_area
  FROM (SELECT id, z.* FROM plot CROSS JOIN LATERAL zone_membership(geom, territory_code) AS z
        WHERE area IS NULL OR geom && area OR territory_code = ANY (territories)) AS m
  WHERE p.id = m.id AND (p.in_logistics_zone, p.in_aid_area) IS DISTINCT FROM (m.logistics_zone, m.aid_area);
  PERFORM set_config('comparto.deriving', '', true);
END $$;

-- The places that gateways were at or are at now, as far as anything changed that distances depend on. A plot is touched by
-- one that is no farther than its distance to that kind so far: the nearest it had, or a nearer one. Where many change at
-- once, all plots are measured.
CREATE FUNCTION follow_gateways(places jsonb) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  few CONSTANT integer := 8;
  touched bigint[];
BEGIN
  IF jsonb_array_length(places) > 0 THEN
    PERFORM lock_derivation(true);
    IF jsonb_array_length(places) <= few THEN
      SELECT array_agg(DISTINCT p.id) INTO touched
      FROM (SELECT place ->> 'kind' AS kind, (place ->> 'at')::geometry AS at FROM jsonb_array_elements(places) AS place) AS g
      CROSS JOIN LATERAL (SELECT id, geom, CASE g.kind WHEN 'toll_gate' THEN distance_toll_gate_m WHEN 'rail_terminal' THEN distance_rail_terminal_m
          WHEN 'intermodal_terminal' THEN distance_rail_terminal_m WHEN 'sea_port' THEN distance_port_m WHEN 'river_port' THEN distance_port_m
          WHEN 'airport' THEN distance_airport_m ELSE distance_station_m END AS so_far FROM plot) AS p
      WHERE p.so_far IS NULL
         OR 0.95 * about_metres(ST_X(g.at), ST_Y(g.at), (ST_XMin(p.geom) + ST_XMax(p.geom)) / 2, (ST_YMin(p.geom) + ST_YMax(p.geom)) / 2)
            - 1.05 * about_metres(ST_XMin(p.geom), ST_YMin(p.geom), ST_XMax(p.geom), ST_YMax(p.geom)) / 2 <= p.so_far;
      PERFORM derive_distances(coalesce(touched, '{}'));
    ELSE
      PERFORM derive_distances(NULL);
    END IF;
  END IF;
END $$;

CREATE FUNCTION gateways_inserted() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM follow_gateways((SELECT coalesce(jsonb_agg(jsonb_build_object('kind', gateway_kind, 'at', geom::text)), '[]')
                           FROM present WHERE publication_status = 'published' AND gateway_kind IS NOT NULL));
  RETURN NULL;
END $$;

CREATE FUNCTION gateways_deleted() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM follow_gateways((SELECT coalesce(jsonb_agg(jsonb_build_object('kind', gateway_kind, 'at', geom::text)), '[]')
                           FROM former WHERE publication_status = 'published' AND gateway_kind IS NOT NULL));
  RETURN NULL;
END $$;

CREATE FUNCTION gateways_updated() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM follow_gateways((SELECT coalesce(jsonb_agg(jsonb_build_object('kind', gateway_kind, 'at', geom::text)), '[]')
    FROM ((SELECT id, gateway_kind, geom, 'former' FROM former WHERE publication_status = 'published' AND gateway_kind IS NOT NULL
           EXCEPT SELECT id, gateway_kind, geom, 'former' FROM present WHERE publication_status = 'published')
          UNION ALL
          (SELECT id, gateway_kind, geom, 'present' FROM present WHERE publication_status = 'published' AND gateway_kind IS NOT NULL
           EXCEPT SELECT id, gateway_kind, geom, 'present' FROM former WHERE publication_status = 'published')) AS changed));
  RETURN NULL;
END $$;

CREATE FUNCTION gateways_emptied() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM lock_derivation(true);
  PERFORM derive_distances(NULL);
  RETURN NULL;
END $$;

CREATE TRIGGER follow_inserted AFTER INSERT ON gateway REFERENCING NEW TABLE AS present FOR EACH STATEMENT EXECUTE FUNCTION gateways_inserted();
CREATE TRIGGER follow_deleted AFTER DELETE ON gateway REFERENCING OLD TABLE AS former FOR EACH STATEMENT EXECUTE FUNCTION gateways_deleted();
CREATE TRIGGER follow_updated AFTER UPDATE ON gateway REFERENCING OLD TABLE AS former NEW TABLE AS present
  FOR EACH STATEMENT EXECUTE FUNCTION gateways_updated();
CREATE TRIGGER follow_emptied AFTER TRUNCATE ON gateway FOR EACH STATEMENT EXECUTE FUNCTION gateways_emptied();

-- A zone touches the plots it reaches, and a simplified logistics zone all of its territory: there may be none, or one, from now on.
CREATE FUNCTION follow_zones(area geometry, territories text[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  IF area IS NOT NULL THEN
    PERFORM lock_derivation(true);
    PERFORM derive_membership(area, coalesce(territories, '{}'));
  END IF;
END $$;

CREATE FUNCTION zones_inserted() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM follow_zones(ST_Collect(geom), array_agg(DISTINCT territory_code) FILTER (WHERE logistics_kind = 'zls')) FROM present;
  RETURN NULL;
END $$;

CREATE FUNCTION zones_deleted() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM follow_zones(ST_Collect(geom), array_agg(DISTINCT territory_code) FILTER (WHERE logistics_kind = 'zls')) FROM former;
  RETURN NULL;
END $$;

CREATE FUNCTION zones_updated() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM follow_zones(ST_Collect(geom), array_agg(DISTINCT territory_code) FILTER (WHERE logistics_kind = 'zls'))
  FROM (SELECT geom, territory_code, logistics_kind FROM former UNION ALL SELECT geom, territory_code, logistics_kind FROM present) AS z;
  RETURN NULL;
END $$;

CREATE FUNCTION zones_emptied() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM lock_derivation(true);
  PERFORM derive_membership(NULL, NULL);
  RETURN NULL;
END $$;

CREATE TRIGGER follow_inserted AFTER INSERT ON logistics_zone REFERENCING NEW TABLE AS present FOR EACH STATEMENT EXECUTE FUNCTION zones_inserted();
CREATE TRIGGER follow_deleted AFTER DELETE ON logistics_zone REFERENCING OLD TABLE AS former FOR EACH STATEMENT EXECUTE FUNCTION zones_deleted();
CREATE TRIGGER follow_updated AFTER UPDATE ON logistics_zone REFERENCING OLD TABLE AS former NEW TABLE AS present
  FOR EACH STATEMENT EXECUTE FUNCTION zones_updated();
CREATE TRIGGER follow_emptied AFTER TRUNCATE ON logistics_zone FOR EACH STATEMENT EXECUTE FUNCTION zones_emptied();

-- Plots that are there already.
SELECT derive_distances(NULL), derive_membership(NULL, NULL);
