-- Lists of plots that people share by a link, and searches that people save to hear what changes. Nobody has an account:
-- links are the keys. What can be guessed opens nothing; what opens something is kept as a hash, or computed and not kept.

-- The secret and the count of senders came with inquiries and serve all that is handed out and taken in.
ALTER TABLE inquiry_secret RENAME TO installation_secret;
ALTER TABLE inquiry_attempt RENAME TO source_attempt;
ALTER TABLE source_attempt ADD COLUMN kind text NOT NULL DEFAULT 'inquiries';
ALTER TABLE source_attempt ALTER COLUMN kind DROP DEFAULT;
DROP INDEX inquiry_attempt_network;
ALTER INDEX inquiry_attempt_at RENAME TO source_attempt_at;
CREATE INDEX source_attempt_network ON source_attempt (kind, network, at);

-- Plots are named by id and never copied; what is no longer public is missing where the list is read.
CREATE TABLE shared_shortlist (
  token_hash  bytea PRIMARY KEY CHECK (length(token_hash) = 32),
  revoke_hash bytea NOT NULL CHECK (length(revoke_hash) = 32),
  title       text,                                        -- in the words of whoever shares it
  plot_ids    bigint[] NOT NULL CHECK (cardinality(plot_ids) BETWEEN 1 AND 100),
  created_at  timestamptz NOT NULL DEFAULT now(),
  expires_at  timestamptz NOT NULL
);
CREATE INDEX shared_shortlist_expires_at ON shared_shortlist (expires_at);

CREATE TABLE saved_search (
  id              bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  created_at      timestamptz NOT NULL DEFAULT now(),
  expires_at      timestamptz NOT NULL,
  title           text,
  filter          text NOT NULL,                           -- CQL2 text; empty: every plot
  sort            text,
  language        text NOT NULL CHECK (language IN ('it', 'en')),
  events          text[] NOT NULL CHECK (cardinality(events) > 0 AND events <@ ARRAY['new', 'changed', 'price', 'status']),
  -- who wants mail; NULL: nobody, or no longer
  email           text,
  confirmed_at    timestamptz,                             -- by the link in the first mail: until then nothing else is sent
  consent_version text,
  consent_at      timestamptz,
  digest_at       timestamptz,                             -- when the last digest was made
  CHECK (email IS NULL OR num_nulls(consent_version, consent_at) = 0),
  CHECK (email IS NOT NULL OR confirmed_at IS NULL)
);
CREATE INDEX saved_search_expires_at ON saved_search (expires_at);

CREATE TABLE saved_search_mail (
  id              bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  search_id       bigint NOT NULL REFERENCES saved_search ON DELETE CASCADE,
  kind            text NOT NULL CHECK (kind IN ('confirmation', 'digest')),
  attempts        integer NOT NULL DEFAULT 0,
  next_attempt_at timestamptz DEFAULT now(),               -- NULL: sent, or given up
  sent_at         timestamptz,
  error           text
);
CREATE INDEX saved_search_mail_due ON saved_search_mail (next_attempt_at) WHERE next_attempt_at IS NOT NULL;
CREATE INDEX saved_search_mail_search ON saved_search_mail (search_id);

-- What one change did to one plot, as a search sees it. At most once per search, change and plot, in at most one digest.
-- Only what is public of the plot: its price and status before and after.
CREATE TABLE saved_search_event (
  id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  search_id     bigint NOT NULL REFERENCES saved_search ON DELETE CASCADE,
  change_id     bigint NOT NULL,
  plot_id       bigint NOT NULL,
  at            timestamptz NOT NULL,                      -- of the change
  kinds         text[] NOT NULL CHECK (cardinality(kinds) > 0),
  meets         boolean NOT NULL,                          -- whether the plot meets the search since then
  price_before  numeric,
  price_after   numeric,
  status_before text,
  status_after  text,                                      -- NULL with meets = false: no longer published
  mail_id       bigint REFERENCES saved_search_mail ON DELETE SET NULL,
  UNIQUE (search_id, change_id, plot_id)
);
CREATE INDEX saved_search_event_recent ON saved_search_event (search_id, id);
CREATE INDEX saved_search_event_unmailed ON saved_search_event (search_id) WHERE mail_id IS NULL;
CREATE INDEX saved_search_event_at ON saved_search_event (at);

-- The changes that were compared with all searches. Changes become visible in another order than that of their ids, so
-- each is noted; whoever notes it compares it, in the same transaction.
CREATE TABLE saved_search_look (
  change_id bigint PRIMARY KEY,
  at        timestamptz NOT NULL
);
INSERT INTO saved_search_look (change_id, at) SELECT id, at FROM change WHERE at > now() - interval '8 days';

-- The plots that a change touched, as they were before it and after it, in two temporary tables of the shape of plot: what
-- is derived is derived again, and a column that came later is empty in former versions. False if it touched none.
CREATE FUNCTION begin_look(looked bigint) RETURNS boolean LANGUAGE plpgsql AS $$
DECLARE
  side text;
  col text;
  kept text[] := array_append(recorded_columns('plot'), 'geom');
  names text := (SELECT string_agg(format('%I', c), ', ') FROM unnest(kept) AS c);
  former text := (SELECT string_agg(format('r.%I', c), ', ') FROM unnest(kept) AS c);
  present text;
BEGIN
  IF NOT EXISTS (SELECT FROM plot WHERE change_id = looked)
     AND NOT EXISTS (SELECT FROM feature_history WHERE layer_id = 'plot' AND ended_by = looked)
     AND NOT EXISTS (SELECT FROM feature_history WHERE layer_id = 'plot' AND made_by = looked) THEN
    RETURN false;
  END IF;
  FOREACH side IN ARRAY ARRAY['plot_before', 'plot_after'] LOOP
    EXECUTE format('CREATE TEMP TABLE %I (LIKE plot INCLUDING GENERATED) ON COMMIT DROP', side);
    FOR col IN SELECT attname FROM pg_attribute WHERE attrelid = side::regclass AND attnum > 0 AND attnotnull LOOP
      EXECUTE format('ALTER TABLE %I ALTER COLUMN %I DROP NOT NULL', side, col);
    END LOOP;
  END LOOP;
  EXECUTE format('INSERT INTO plot_before (%1$s) SELECT %2$s
                  FROM feature_history AS h, jsonb_populate_record(NULL::plot, h.attributes || jsonb_build_object(''geom'', h.geom::text)) AS r
                  WHERE h.layer_id = ''plot'' AND h.ended_by = $1 AND h.made_by <> $1', names, former) USING looked;
  EXECUTE format('INSERT INTO plot_after (%1$s) SELECT %1$s FROM plot WHERE change_id = $1', names) USING looked;
  EXECUTE format('INSERT INTO plot_after (%1$s) SELECT %2$s
                  FROM feature_history AS h, jsonb_populate_record(NULL::plot, h.attributes || jsonb_build_object(''geom'', h.geom::text)) AS r
                  WHERE h.layer_id = ''plot'' AND h.made_by = $1 AND h.ended_by <> $1', names, former) USING looked;
  -- What triggers derive is no part of a version: both sides have it as it is now.
  present := (SELECT string_agg(format('%1$I = now.%1$I', attname), ', ') FROM pg_attribute
              WHERE attrelid = 'plot'::regclass AND attnum > 0 AND NOT attisdropped AND attgenerated = '' AND NOT attname::text = ANY (kept));
  IF present IS NOT NULL THEN
    EXECUTE format('UPDATE plot_before AS former SET %s FROM plot AS now WHERE now.id = former.id', present);
    EXECUTE format('UPDATE plot_after AS former SET %s FROM plot AS now WHERE now.id = former.id', present);
  END IF;
  RETURN true;
END $$;
