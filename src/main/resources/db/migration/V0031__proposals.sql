-- What somebody proposes to publish, to change or to retire. It lies beside the layers, which hold what is published: until a
-- proposal is published nothing of it is there for anybody who may not see it. Names of people are texts: what they did outlives
-- their accounts.

CREATE TABLE proposal (
  id                bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  client_key        uuid,                                   -- of the program that sent it: sent again it is the same proposal
  layer_id          text NOT NULL,
  feature_id        bigint,                                 -- NULL for what does not exist before it is published
  kind              text NOT NULL CHECK (kind IN ('create', 'change', 'retire')),
  state             text NOT NULL DEFAULT 'draft' CHECK (state IN ('draft', 'submitted', 'approved', 'sent_back', 'published', 'withdrawn')),
  version           integer NOT NULL DEFAULT 1,             -- raised by everything that is written here; the ETag
  author            text NOT NULL CHECK (author <> ''),
  writers           text[] NOT NULL,                        -- everybody who wrote any version: none of them may approve it
  territory_code    text,                                   -- where it lies, or for whom it was begun
  municipality_code text,
  title             text,
  -- of a new feature what it is; of a change only what becomes different, so that nobody's other values are copied here
  properties        jsonb NOT NULL DEFAULT '{}',
  geom              geometry(Geometry, 4326),               -- NULL: not drawn yet, or as it is
  base_version      integer,                                -- the version of the feature that was read
  note              text,                                   -- why, in the author's words: becomes the reason in the history
  created_at        timestamptz NOT NULL DEFAULT now(),
  updated_at        timestamptz NOT NULL DEFAULT now(),
  updated_by        text NOT NULL,
  published_version integer,
  search_text       text GENERATED ALWAYS AS (search_form(coalesce(title, '') || ' ' || author)) STORED,
  CHECK ((kind = 'create') = (base_version IS NULL)),
  CHECK (kind = 'create' OR feature_id IS NOT NULL),
  CHECK ((state = 'published') = (published_version IS NOT NULL)),
  UNIQUE (author, client_key)
);
-- The worklist, newest change first: of all, of a place, of a person; and the few that are open among many that are done.
CREATE INDEX proposal_changed ON proposal (updated_at DESC, id DESC);
CREATE INDEX proposal_place ON proposal (territory_code, municipality_code, updated_at DESC, id DESC);
CREATE INDEX proposal_waiting ON proposal (state, updated_at DESC, id DESC) WHERE state IN ('submitted', 'approved');
CREATE INDEX proposal_writers ON proposal USING gin (writers);
CREATE INDEX proposal_feature ON proposal (feature_id) WHERE feature_id IS NOT NULL;
CREATE INDEX proposal_search ON proposal USING gin (search_text gin_trgm_ops);

-- Who wrote what. Saves of one person within some minutes replace each other, but never one that a step was taken on.
CREATE TABLE proposal_version (
  proposal_id bigint NOT NULL REFERENCES proposal,
  version     integer NOT NULL,
  since       timestamptz NOT NULL DEFAULT now(),           -- the first save that it stands for
  at          timestamptz NOT NULL DEFAULT now(),           -- the last one
  author      text NOT NULL,
  properties  jsonb NOT NULL,
  geom        geometry(Geometry, 4326),
  note        text,
  PRIMARY KEY (proposal_id, version)
);

-- What was decided, by whom, when and why; only ever added to.
CREATE TABLE proposal_step (
  id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  proposal_id bigint NOT NULL REFERENCES proposal,
  version     integer NOT NULL,                             -- of the proposal, after the step
  at          timestamptz NOT NULL DEFAULT clock_timestamp(),
  who         text NOT NULL CHECK (who <> ''),
  step        text NOT NULL CHECK (step IN ('create', 'submit', 'withdraw', 'send_back', 'approve', 'publish', 'discard', 'rebase')),
  state       text NOT NULL,                                -- after the step
  reason      text
);
CREATE INDEX proposal_step_proposal ON proposal_step (proposal_id, id);

CREATE FUNCTION refuse_to_change_steps() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% of % is refused: steps stay as they were taken', TG_OP, TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE TRIGGER only_added BEFORE UPDATE OR DELETE OR TRUNCATE ON proposal_step FOR EACH STATEMENT EXECUTE FUNCTION refuse_to_change_steps();
ALTER TABLE proposal_step ENABLE ALWAYS TRIGGER only_added;

CREATE TABLE proposal_comment (
  id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  proposal_id bigint NOT NULL REFERENCES proposal,
  version     integer NOT NULL,                             -- of the proposal that was looked at
  at          timestamptz NOT NULL DEFAULT now(),
  author      text NOT NULL,
  text        text NOT NULL CHECK (text <> ''),
  place       geometry(Point, 4326),                        -- where it is pinned; NULL for the whole
  attribute   text,
  resolved_at timestamptz,
  resolved_by text
);
CREATE INDEX proposal_comment_proposal ON proposal_comment (proposal_id, id);

-- What somebody is told, on the page and by mail. It holds what happened and no text: that is written in the reader's language.
CREATE TABLE notification (
  id              bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  username        text NOT NULL,
  at              timestamptz NOT NULL DEFAULT now(),
  kind            text NOT NULL CHECK (kind IN ('submit', 'withdraw', 'send_back', 'approve', 'publish', 'discard', 'rebase', 'comment')),
  proposal_id     bigint NOT NULL REFERENCES proposal,
  who             text NOT NULL,                            -- whose doing it was
  reason          text,
  seen_at         timestamptz,
  mail_attempts   integer NOT NULL DEFAULT 0,
  next_attempt_at timestamptz,                              -- NULL: not wanted, sent, or given up
  sent_at         timestamptz,
  error           text                                      -- of the last attempt
);
CREATE INDEX notification_reader ON notification (username, id DESC);
CREATE INDEX notification_unseen ON notification (username) WHERE seen_at IS NULL;
CREATE INDEX notification_mail_due ON notification (next_attempt_at) WHERE next_attempt_at IS NOT NULL;
