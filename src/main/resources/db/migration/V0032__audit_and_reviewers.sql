-- Who did what that is not a change of a feature: signed in, failed to, gave a right, took personal data along, loaded, rolled
-- back, decided on a proposal. Written in the transaction that does it, so that one is never there without the other.
--
-- Entries are added and read, and nothing else: a trigger refuses the rest to everybody, the application's own role and superusers
-- included, also where session_replication_role says replica. Whoever owns the table can still drop it or switch the trigger off;
-- that is a change of the schema and no statement of the application. The application never removes entries: how long they are
-- kept (five years at least) is for whoever runs the installation to decide.

CREATE TABLE audit_entry (
  id       bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  at       timestamptz NOT NULL DEFAULT clock_timestamp(),
  who      text NOT NULL CHECK (who <> ''),              -- an account's name, or system, operator, anonymous
  action   text NOT NULL CHECK (action ~ '^[a-z][a-z-]{1,40}$'),
  subject  text,                                         -- what it was done to: account:anna, plot:17, load:4
  detail   text                                          -- in words or JSON; never a secret
);
CREATE INDEX audit_entry_at ON audit_entry (at, id);
CREATE INDEX audit_entry_who ON audit_entry (who, at, id);
CREATE INDEX audit_entry_action ON audit_entry (action, at, id);

CREATE FUNCTION refuse_to_rewrite() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% of % is refused: what is noted there stays', TG_OP, TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
END $$;

CREATE TRIGGER only_added BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_entry FOR EACH STATEMENT EXECUTE FUNCTION refuse_to_rewrite();
ALTER TABLE audit_entry ENABLE ALWAYS TRIGGER only_added;

-- ---- history -------------------------------------------------------------------------------------------------------------

-- Who approved a change, where somebody else had to.
ALTER TABLE change ADD COLUMN reviewer text;

CREATE FUNCTION begin_change(author text, kind text, reason text, reviewer text) RETURNS bigint LANGUAGE sql AS $$
  WITH made AS (INSERT INTO change (author, kind, reason, reviewer) VALUES (author, kind, reason, reviewer) RETURNING id)
  SELECT set_config('comparto.change', id::text, true)::bigint FROM made, set_config('comparto.author', author, true)
$$;

-- What a layer had and has no more, last gone first.
CREATE INDEX feature_history_deleted ON feature_history (layer_id, ended_by, feature_id) WHERE deleted;
