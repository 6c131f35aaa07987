-- The law as data. A version of a rule set is the text that was read, and stays as it was: verdicts name it. Which versions decide is a
-- list that only grows, one row for each decision. Shipped sets are taken in at start as versions, uploaded ones as further versions.

CREATE TABLE ruleset_version (
  ruleset    text NOT NULL CHECK (ruleset ~ '^[a-z][a-z0-9_.-]{1,59}$'),
  version    integer NOT NULL CHECK (version > 0),
  content    text NOT NULL,                          -- YAML or JSON, as it was written
  shipped    boolean NOT NULL,                       -- it came with the application, not by an upload
  written_by text NOT NULL,                          -- username, or system; no foreign key: history outlives accounts
  written_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (ruleset, version)
);

CREATE TABLE ruleset_decision (
  id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  ruleset    text NOT NULL,
  version    integer NOT NULL,
  active     boolean NOT NULL,                       -- whether it decides from now on
  confirmed_by text,                                 -- who answers for the rules being what the act says, as people know them; NULL: nobody
  reason     text NOT NULL,
  decided_by text NOT NULL,
  decided_at timestamptz NOT NULL DEFAULT now(),
  FOREIGN KEY (ruleset, version) REFERENCES ruleset_version
);
CREATE INDEX ruleset_decision_version ON ruleset_decision (ruleset, version, id);

CREATE FUNCTION refuse_change_of_rulesets() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% only grows: verdicts rest on what it holds', TG_TABLE_NAME;
END $$;
CREATE TRIGGER ruleset_version_grows BEFORE UPDATE OR DELETE OR TRUNCATE ON ruleset_version
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_rulesets();
CREATE TRIGGER ruleset_decision_grows BEFORE UPDATE OR DELETE OR TRUNCATE ON ruleset_decision
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_rulesets();

-- Rule sets have a revision like a layer, so that every instance hears of a decision.
CREATE TRIGGER ruleset_decided AFTER INSERT ON ruleset_decision
  FOR EACH STATEMENT EXECUTE FUNCTION note_layer_change('ruleset');

-- A layer of which nothing lies in a territory, and which is known to be complete there: without this row an empty layer is one that
-- nobody has loaded. Somebody says so by hand, a load when it is asked to, the demonstration of its own data.
CREATE TABLE layer_coverage (
  territory_code text NOT NULL REFERENCES territory (code) ON DELETE CASCADE,
  layer_id       text NOT NULL,
  as_of          date NOT NULL,                      -- the state of the data
  source         text NOT NULL,
  recorded_by    text NOT NULL,
  recorded_at    timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (territory_code, layer_id)
);

-- What is computed from a layer is computed anew when the layer becomes known in a territory, or unknown.
CREATE FUNCTION note_coverage_change() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE layer text := coalesce(NEW.layer_id, OLD.layer_id);
BEGIN
  INSERT INTO layer_change (layer_id) VALUES (layer);
  PERFORM pg_notify('layer_changed', layer);
  RETURN NULL;
END $$;
CREATE TRIGGER layer_coverage_changed AFTER INSERT OR UPDATE OR DELETE ON layer_coverage
  FOR EACH ROW EXECUTE FUNCTION note_coverage_change();
