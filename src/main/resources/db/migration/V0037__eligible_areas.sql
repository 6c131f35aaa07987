-- What the rule sets say about every square metre of the territories, computed by the application (module eligible, decision 0036) in pieces
-- of a grid: two layers that are read like any other and that nobody but the computation writes.

-- A computed layer has the columns that every layer has, so that whatever reads one reads it. It has no history: it can be computed again,
-- and each row says from when to when it holds. Nobody looks for its rows by words, so it has no index for that.
CREATE FUNCTION complete_computed_table(layer text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('ALTER TABLE %1$I ALTER COLUMN territory_code SET NOT NULL, ALTER COLUMN change_id DROP NOT NULL, ALTER COLUMN change_id DROP DEFAULT,
                  ADD UNIQUE (territory_code, code), ADD FOREIGN KEY (territory_code) REFERENCES territory (code) ON DELETE CASCADE', layer);
  EXECUTE format('CREATE INDEX %1$s_geom ON %1$I USING gist (geom)', layer);
  EXECUTE format('CREATE INDEX %1$s_geom_3857 ON %1$I USING gist (geom_3857)', layer);
  PERFORM add_places(layer, 'publication_status = ''published''');
  EXECUTE format('CREATE TRIGGER %1$s_changed AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON %1$I
                  FOR EACH STATEMENT EXECUTE FUNCTION note_layer_change(%1$L)', layer);
END $$;

-- One row for what one technology may do on a part of a piece in [valid_from, valid_to); in a piece and a technology rows of the same day
-- do not overlap, and what no row covers is under the ordinary procedure.
CREATE TABLE eligible_area (
  LIKE feature_record INCLUDING ALL,                           -- code: the piece and a digest of what the row says
  piece        text NOT NULL,
  technology   text NOT NULL,
  eligibility  text NOT NULL CHECK (eligibility IN ('suitable', 'unsuitable', 'ground_pv_forbidden', 'unknown')),
  ruleset      text,
  basis        text[],                                         -- "rule set/rule", those that make it so
  missing      text[],                                         -- layers without which it can not be told
  citation     text,
  limits       text[],                                         -- ids of what the rule sets can not answer by ground alone
  area_m2      numeric NOT NULL,                               -- in the compute CRS of the territory
  geom         geometry(MultiPolygon, 4326) NOT NULL,
  geom_3857    geometry(MultiPolygon, 3857) GENERATED ALWAYS AS (ST_Transform(geom, 3857)) STORED
);
CREATE TABLE restricted_area (LIKE eligible_area INCLUDING ALL);

SELECT complete_computed_table(layer) FROM unnest(ARRAY['eligible_area', 'restricted_area']) AS layer;
CREATE INDEX eligible_area_piece ON eligible_area (piece, technology);
CREATE INDEX restricted_area_piece ON restricted_area (piece, technology);

-- The grid of a territory: cells of its compute CRS, cut at its outline.
CREATE TABLE eligible_territory (
  territory_code text PRIMARY KEY REFERENCES territory (code) ON DELETE CASCADE,
  outline        text NOT NULL,                                -- digest of the outline and the size of cells that the grid was made for
  srid           integer NOT NULL,
  paused         boolean NOT NULL DEFAULT false                -- somebody has cancelled the computation, and nobody asked for it since
);

CREATE TABLE eligible_piece (
  id             bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  code           text NOT NULL UNIQUE,
  territory_code text NOT NULL REFERENCES eligible_territory ON DELETE CASCADE,
  geom           geometry(MultiPolygon, 4326) NOT NULL,
  failed_at      timestamptz,                                  -- when it could not be computed; tried again after a while
  failure        text                                          -- why, for whoever looks after the installation
);
CREATE INDEX eligible_piece_geom ON eligible_piece USING gist (geom);
CREATE INDEX eligible_piece_territory ON eligible_piece (territory_code);

-- What there is to compute. A piece is done for a technology when it was computed for the basis that is wanted (rule sets and which layers
-- are there at all) and after everything that touched it; whoever computes it writes down what it began with, so that nothing that comes
-- meanwhile is lost.
CREATE TABLE eligible_work (
  piece_id        bigint NOT NULL REFERENCES eligible_piece ON DELETE CASCADE,
  technology      text NOT NULL,
  basis           text NOT NULL,
  touched         bigint NOT NULL DEFAULT 1,
  computed_basis  text,
  computed_touch  bigint,
  computed_at     timestamptz,
  waiting         boolean GENERATED ALWAYS AS (computed_basis IS DISTINCT FROM basis OR computed_touch IS DISTINCT FROM touched) STORED,
  PRIMARY KEY (piece_id, technology)
);
CREATE INDEX eligible_work_waiting ON eligible_work (piece_id) WHERE waiting;

-- The changes whose old and new shapes have touched the pieces that they can reach. Changes become visible in another order than that of
-- their ids, so each is noted; those up to the horizon all were.
CREATE TABLE eligible_look (change_id bigint PRIMARY KEY, at timestamptz NOT NULL);
CREATE TABLE eligible_horizon (change_id bigint NOT NULL);
INSERT INTO eligible_horizon SELECT coalesce(max(id), 0) FROM change WHERE at < now() - interval '8 days';
INSERT INTO eligible_look (change_id, at) SELECT id, at FROM change WHERE at >= now() - interval '8 days';

-- Computations that were asked for, or begun by the application itself, and whose end nobody has looked at yet.
CREATE TABLE eligible_run (
  job_id         bigint PRIMARY KEY,
  territory_code text                                          -- NULL: all
);
