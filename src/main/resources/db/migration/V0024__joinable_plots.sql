-- Which plots lie side by side: an edge in common, or a gap that a street fills. Found beforehand, since no visitor can wait
-- for half a million distances; which plots are free and whose they are is asked when somebody asks.
--
-- Writers of plots only note whose neighbours must be looked at again, which costs them microseconds; the application finds
-- the neighbours right after the commit (estate/Neighbours), and a question that comes first waits for a few, or says that
-- it was answered without them.

CREATE TABLE plot_adjacency (
  plot_id       bigint NOT NULL,                           -- the smaller of the two ids
  neighbour_id  bigint NOT NULL,
  gap_m         real NOT NULL CHECK (gap_m >= 0),          -- geodesic metres between the shapes; 0: they touch
  PRIMARY KEY (plot_id, neighbour_id),
  CHECK (plot_id < neighbour_id)
);
CREATE INDEX plot_adjacency_neighbour ON plot_adjacency (neighbour_id);

-- Its revision is counted like a layer's, so that what is kept of it in memory is never older than it is.
CREATE TRIGGER plot_adjacency_changed AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON plot_adjacency
  FOR EACH STATEMENT EXECUTE FUNCTION note_layer_change('plot_adjacency');

-- Plots whose shape has come, changed or gone; one may be named twice.
CREATE TABLE plot_adjacency_due (plot_id bigint NOT NULL);

CREATE FUNCTION note_adjacency_due() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    INSERT INTO plot_adjacency_due VALUES (OLD.id);
  ELSIF TG_OP = 'INSERT' OR NOT NEW.geom = OLD.geom THEN
    INSERT INTO plot_adjacency_due VALUES (NEW.id);
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER adjacency_due AFTER INSERT OR DELETE OR UPDATE OF geom ON plot FOR EACH ROW EXECUTE FUNCTION note_adjacency_due();

CREATE FUNCTION all_adjacency_gone() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM plot_adjacency;
  DELETE FROM plot_adjacency_due;
  RETURN NULL;
END $$;
CREATE TRIGGER adjacency_gone AFTER TRUNCATE ON plot FOR EACH STATEMENT EXECUTE FUNCTION all_adjacency_gone();

-- Finds the neighbours of at most so many of the plots that are due, up to the widest street anybody may ask for. Answers how
-- many were done; one at a time, others find that nothing is left for them.
CREATE FUNCTION find_neighbours(most integer) RETURNS integer LANGUAGE plpgsql AS $$
DECLARE
  widest CONSTANT double precision := 30;                  -- metres
  due bigint[];
BEGIN
  PERFORM pg_advisory_xact_lock(4711002419355);
  WITH taken AS (DELETE FROM plot_adjacency_due WHERE ctid = ANY (ARRAY(SELECT ctid FROM plot_adjacency_due LIMIT most)) RETURNING plot_id)
  SELECT array_agg(DISTINCT plot_id) INTO due FROM taken;
  IF due IS NULL THEN
    RETURN 0;
  END IF;
  DELETE FROM plot_adjacency WHERE plot_id = ANY (due) OR neighbour_id = ANY (due);
  INSERT INTO plot_adjacency (plot_id, neighbour_id, gap_m)
  SELECT DISTINCT ON (1, 2) least(p.id, n.id), greatest(p.id, n.id), ST_Distance(p.place, n.geom::geography)
  FROM (SELECT id, geom, geom::geography AS place,
               ST_Expand(geom, widest / (111000 * greatest(cosd(least(abs(ST_YMin(geom)), 89)), 0.01)), widest / 110500) AS around
        FROM plot WHERE id = ANY (due)) AS p
  JOIN plot AS n ON n.geom && p.around AND n.id <> p.id AND ST_DWithin(p.place, n.geom::geography, widest);
  RETURN cardinality(due);
END $$;

INSERT INTO plot_adjacency_due SELECT id FROM plot;
