-- Access by road takes the place of straight lines: how long a car and a truck take from every plot, industrial zone and company to
-- the nearest gateway of each kind. The application computes it in the background (module access), since only it knows the roads;
-- here it is kept, and plots carry what a search asks for.

-- ---- straight lines go ------------------------------------------------------------------------------------------------

DROP TRIGGER follow_inserted ON gateway;
DROP TRIGGER follow_deleted ON gateway;
DROP TRIGGER follow_updated ON gateway;
DROP TRIGGER follow_emptied ON gateway;
DROP FUNCTION gateways_inserted, gateways_deleted, gateways_updated, gateways_emptied, follow_gateways, derive_distances, gateway_distances, about_metres;

-- Minutes to a tenth, kilometres to a tenth. NULL: not known, because the time is not computed yet, no road is near, or no way leads there.
ALTER TABLE plot
  DROP COLUMN distance_toll_gate_m,
  DROP COLUMN distance_rail_terminal_m,
  DROP COLUMN distance_port_m,
  DROP COLUMN distance_airport_m,
  DROP COLUMN distance_station_m,
  ADD COLUMN truck_min_toll_gate numeric,
  ADD COLUMN truck_min_rail_terminal numeric,
  ADD COLUMN truck_min_port numeric,
  ADD COLUMN truck_min_airport numeric,
  ADD COLUMN truck_min_station numeric,
  ADD COLUMN truck_km_toll_gate numeric,
  ADD COLUMN truck_km_rail_terminal numeric,
  ADD COLUMN truck_km_port numeric,
  ADD COLUMN truck_km_airport numeric,
  ADD COLUMN truck_km_station numeric,
  ADD COLUMN car_min_toll_gate numeric,
  ADD COLUMN car_min_rail_terminal numeric,
  ADD COLUMN car_min_port numeric,
  ADD COLUMN car_min_airport numeric,
  ADD COLUMN car_min_station numeric;

DO $$
DECLARE
  name text;
  kinds text;
  gateways jsonb := '{"toll_gate": "toll_gate", "rail_terminal": "rail_terminal or intermodal_terminal", "port": "sea_port or river_port", "airport": "airport", "station": "station"}';
BEGIN
  FOR name, kinds IN SELECT * FROM jsonb_each_text(gateways) LOOP
    EXECUTE format('COMMENT ON COLUMN plot.truck_min_%s IS %L', name, 'derived: minutes by truck to the nearest published gateway of kind ' || kinds);
    EXECUTE format('COMMENT ON COLUMN plot.truck_km_%s IS %L', name, 'derived: kilometres of that way');
    EXECUTE format('COMMENT ON COLUMN plot.car_min_%s IS %L', name, 'derived: minutes by car to the nearest published gateway of kind ' || kinds);
  END LOOP;
END $$;

-- ---- what is kept -----------------------------------------------------------------------------------------------------

-- A road graph that times were computed on.
CREATE TABLE access_graph (
  version       text PRIMARY KEY,
  dated         timestamptz NOT NULL,                      -- of the road data
  source        text NOT NULL,
  demonstration boolean NOT NULL,
  first_used_at timestamptz NOT NULL DEFAULT now()
);

-- The places of kinds in the lists below.
CREATE FUNCTION access_kinds() RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT ARRAY['toll_gate', 'rail_terminal', 'intermodal_terminal', 'sea_port', 'river_port', 'airport', 'station']
$$;

-- One row for a feature and a profile; a feature without one waits for its times. The lists have a place for each kind of gateway,
-- NULL where no way leads to one. Where no road is near (snap_metres is NULL) all of it is NULL, which is not the same as waiting.
CREATE TABLE access_time (
  layer_id    text NOT NULL,
  feature_id  bigint NOT NULL,
  profile     text NOT NULL,
  graph       text NOT NULL REFERENCES access_graph,
  edge        integer,                                     -- where the feature joins the roads of that graph
  fraction    double precision,
  snap_metres real,                                        -- from the feature to there, in a straight line that no time is counted for
  gateway_ids bigint[],
  seconds     integer[],
  metres      integer[],
  computed_at timestamptz NOT NULL DEFAULT now(),          -- when this became so; computed again with the same result, it stays
  PRIMARY KEY (layer_id, feature_id, profile),
  CHECK (num_nulls(edge, fraction, snap_metres, gateway_ids, seconds, metres) IN (0, 6))
);

-- What was said of plots before: a fact sheet shows the data as they were at a moment.
CREATE TABLE access_former (
  feature_id  bigint NOT NULL,
  profile     text NOT NULL,
  graph       text NOT NULL REFERENCES access_graph,
  snap_metres real,
  gateway_ids bigint[],
  seconds     integer[],
  metres      integer[],
  computed_at timestamptz NOT NULL,
  ended_at    timestamptz NOT NULL
);
CREATE INDEX access_former_feature ON access_former (feature_id);

CREATE FUNCTION keep_former_access() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO access_former
  SELECT feature_id, profile, graph, snap_metres, gateway_ids, seconds, metres, computed_at, now() FROM former WHERE layer_id = 'plot';
  RETURN NULL;
END $$;
CREATE TRIGGER keep_updated AFTER UPDATE ON access_time REFERENCING OLD TABLE AS former FOR EACH STATEMENT EXECUTE FUNCTION keep_former_access();
CREATE TRIGGER keep_deleted AFTER DELETE ON access_time REFERENCING OLD TABLE AS former FOR EACH STATEMENT EXECUTE FUNCTION keep_former_access();

-- The same, a row for each gateway.
CREATE VIEW access_to_gateway AS
SELECT layer_id, feature_id, profile, k.kind AS gateway_kind, gateway_ids[k.n] AS gateway_id, seconds[k.n] AS seconds, metres[k.n] AS metres,
       snap_metres, graph, computed_at
FROM access_time CROSS JOIN LATERAL unnest(access_kinds()) WITH ORDINALITY AS k(kind, n);

-- How far the application has come with a layer, whichever instance it is that goes on.
CREATE TABLE access_pass (
  layer_id    text PRIMARY KEY,
  basis       text NOT NULL,                               -- what times depend on beside the features: roads, restrictions, gateways
  snaps       text NOT NULL,                               -- what it depends on where features join the roads
  features    bigint NOT NULL,                             -- about how many there are
  done        bigint NOT NULL DEFAULT 0,                   -- how many of them
  done_to     bigint NOT NULL,                             -- all features up to this id are done
  passed_over bigint[] NOT NULL DEFAULT '{}',              -- but these, which somebody was writing
  started_at  timestamptz NOT NULL DEFAULT now(),
  finished_at timestamptz,                                 -- NULL: not yet
  looked_at   bigint NOT NULL DEFAULT 0,                   -- the revision of the layer up to which no feature waits
  begun_at    timestamptz NOT NULL DEFAULT now(),          -- of the first pass ever
  written_at  timestamptz NOT NULL DEFAULT now()           -- when a time was written last
);

-- ---- kept true --------------------------------------------------------------------------------------------------------

-- A feature that has moved or is gone has no times until they are computed.
CREATE FUNCTION forget_access() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    DELETE FROM access_time WHERE layer_id = TG_ARGV[0] AND feature_id = OLD.id;
  ELSIF TG_OP = 'DELETE' THEN
    DELETE FROM access_time USING former WHERE layer_id = TG_ARGV[0] AND feature_id = former.id;
  ELSE
    DELETE FROM access_time WHERE layer_id = TG_ARGV[0];
  END IF;
  RETURN NULL;
END $$;

DO $$
DECLARE
  layer text;
BEGIN
  FOREACH layer IN ARRAY ARRAY['plot', 'industrial_zone', 'company'] LOOP
    EXECUTE format('CREATE TRIGGER forget_access_moved AFTER UPDATE OF geom ON %1$I FOR EACH ROW WHEN (NOT OLD.geom = NEW.geom)
                    EXECUTE FUNCTION forget_access(%1$L)', layer);
    EXECUTE format('CREATE TRIGGER forget_access_deleted AFTER DELETE ON %1$I REFERENCING OLD TABLE AS former FOR EACH STATEMENT
                    EXECUTE FUNCTION forget_access(%1$L)', layer);
    EXECUTE format('CREATE TRIGGER forget_access_emptied AFTER TRUNCATE ON %1$I FOR EACH STATEMENT EXECUTE FUNCTION forget_access(%1$L)', layer);
  END LOOP;
END $$;

CREATE OR REPLACE FUNCTION derive_plot() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  times plot%ROWTYPE;                                      -- all NULL
BEGIN
  IF TG_OP = 'UPDATE' THEN
    IF is_deriving() THEN
      RETURN NEW;
    ELSIF NEW.geom = OLD.geom THEN
      times := OLD;
    END IF;
  END IF;
  NEW.truck_min_toll_gate := times.truck_min_toll_gate;
  NEW.truck_min_rail_terminal := times.truck_min_rail_terminal;
  NEW.truck_min_port := times.truck_min_port;
  NEW.truck_min_airport := times.truck_min_airport;
  NEW.truck_min_station := times.truck_min_station;
  NEW.truck_km_toll_gate := times.truck_km_toll_gate;
  NEW.truck_km_rail_terminal := times.truck_km_rail_terminal;
  NEW.truck_km_port := times.truck_km_port;
  NEW.truck_km_airport := times.truck_km_airport;
  NEW.truck_km_station := times.truck_km_station;
  NEW.car_min_toll_gate := times.car_min_toll_gate;
  NEW.car_min_rail_terminal := times.car_min_rail_terminal;
  NEW.car_min_port := times.car_min_port;
  NEW.car_min_airport := times.car_min_airport;
  NEW.car_min_station := times.car_min_station;
  IF TG_OP = 'UPDATE' THEN
    IF NEW.geom = OLD.geom AND NEW.territory_code = OLD.territory_code THEN
      NEW.in_logistics_zone := OLD.in_logistics_zone;
      NEW.in_aid_area := OLD.in_aid_area;
      RETURN NEW;
    END IF;
  END IF;
  PERFORM pg_advisory_xact_lock_shared(8243104962419355);
  SELECT logistics_zone, aid_area INTO NEW.in_logistics_zone, NEW.in_aid_area FROM zone_membership(NEW.geom, NEW.territory_code);
  RETURN NEW;
END $$;

CREATE FUNCTION minutes_of(seconds numeric) RETURNS numeric LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT round(seconds / 60, 1)
$$;

-- Kilometres of the quicker of two ways; one that is not there is no way.
CREATE FUNCTION quicker_km(seconds integer[], metres integer[], one integer, other integer) RETURNS numeric LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT round(CASE WHEN seconds[other] IS NULL OR seconds[one] <= seconds[other] THEN metres[one] ELSE metres[other] END / 1000.0, 1)
$$;

-- Writes into plots what their rows above say, where it differs. Who calls it holds the plots locked, so that none moves meanwhile.
CREATE FUNCTION derive_access(plots bigint[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  PERFORM set_config('comparto.deriving', 'on', true);
  UPDATE plot AS p SET
    truck_min_toll_gate = t.gate, truck_min_rail_terminal = t.rail, truck_min_port = t.port, truck_min_airport = t.air, truck_min_station = t.station,
    truck_km_toll_gate = t.gate_km, truck_km_rail_terminal = t.rail_km, truck_km_port = t.port_km, truck_km_airport = t.air_km, truck_km_station = t.station_km,
    car_min_toll_gate = t.car_gate, car_min_rail_terminal = t.car_rail, car_min_port = t.car_port, car_min_airport = t.car_air, car_min_station = t.car_station
  FROM (
    SELECT plots.id, minutes_of(k.seconds[1]) AS gate, minutes_of(least(k.seconds[2], k.seconds[3])) AS rail, minutes_of(least(k.seconds[4], k.seconds[5])) AS port,
           minutes_of(k.seconds[6]) AS air, minutes_of(k.seconds[7]) AS station,
           round(k.metres[1] / 1000.0, 1) AS gate_km, quicker_km(k.seconds, k.metres, 2, 3) AS rail_km, quicker_km(k.seconds, k.metres, 4, 5) AS port_km,
           round(k.metres[6] / 1000.0, 1) AS air_km, round(k.metres[7] / 1000.0, 1) AS station_km,
           minutes_of(c.seconds[1]) AS car_gate, minutes_of(least(c.seconds[2], c.seconds[3])) AS car_rail, minutes_of(least(c.seconds[4], c.seconds[5])) AS car_port,
           minutes_of(c.seconds[6]) AS car_air, minutes_of(c.seconds[7]) AS car_station
    FROM unnest(plots) AS plots(id)
    LEFT JOIN access_time AS k ON k.layer_id = 'plot' AND k.feature_id = plots.id AND k.profile = 'truck'
    LEFT JOIN access_time AS c ON c.layer_id = 'plot' AND c.feature_id = plots.id AND c.profile = 'car') AS t
  WHERE p.id = t.id
    AND (p.truck_min_toll_gate, p.truck_min_rail_terminal, p.truck_min_port, p.truck_min_airport, p.truck_min_station,
         p.truck_km_toll_gate, p.truck_km_rail_terminal, p.truck_km_port, p.truck_km_airport, p.truck_km_station,
         p.car_min_toll_gate, p.car_min_rail_terminal, p.car_min_port, p.car_min_airport, p.car_min_station)
        IS DISTINCT FROM (t.gate, t.rail, t.port, t.air, t.station, t.gate_km, t.rail_km, t.port_km, t.air_km, t.station_km,
                          t.car_gate, t.car_rail, t.car_port, t.car_air, t.car_station);
  PERFORM set_config('comparto.deriving', '', true);
END $$;
