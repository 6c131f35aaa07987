-- What people ask the desk, and what the desk does about it. Everything that can tell who asked stands in a few columns
-- that are emptied on request or when the retention time is over, so that what is counted can stay. Plots are named by id
-- and code and never copied.

CREATE SEQUENCE inquiry_number;

CREATE TABLE inquiry (
  id               bigint PRIMARY KEY,                      -- of inquiry_number
  ticket           text NOT NULL UNIQUE CHECK (ticket ~ '^\d{4}-\d{6,}$'),   -- to be spoken; it opens nothing
  version          integer NOT NULL DEFAULT 0,              -- optimistic lock
  received_at      timestamptz NOT NULL DEFAULT now(),
  state            text NOT NULL CHECK (state IN ('new', 'in_progress', 'answered', 'closed', 'spam')),
  assigned_to      text,                                    -- username; no foreign key: history outlives accounts
  answered_at      timestamptz,                             -- first time that it was answered or closed
  territories      text[] NOT NULL DEFAULT '{}',            -- of the places named and the one chosen; none: every desk
  language         text NOT NULL CHECK (language IN ('it', 'en')),
  -- who asks, in their own words: NULL once erased
  organisation     text,
  contact_name     text,
  email            text,
  phone            text,
  activity         text,
  message          text,
  search           text,                                    -- the part of the page's address that led here
  -- what is needed
  ateco_code       text CHECK (ateco_code ~ '^\d{2}(\.\d{1,2}(\.\d{1,2})?)?$'),
  ateco_version    integer CHECK (ateco_version IN (2007, 2025)),
  area_m2          numeric CHECK (area_m2 > 0),
  power_kw         numeric CHECK (power_kw >= 0),
  water_l_s        numeric CHECK (water_l_s >= 0),
  jobs             integer CHECK (jobs >= 0),
  jobs_per_1000_m2 numeric GENERATED ALWAYS AS (round(jobs * 1000 / area_m2, 1)) STORED,
  earliest         date,
  latest           date,
  offer_type       text CHECK (offer_type IN ('sale', 'lease', 'surface_right')),   -- NULL: any
  budget_eur       numeric CHECK (budget_eur >= 0),
  -- what was agreed to, and when
  consent_version  text NOT NULL,
  consent_at       timestamptz NOT NULL DEFAULT now(),
  -- the same request sent again is the same inquiry
  idempotency_hash bytea UNIQUE,
  request_hash     bytea,
  erased_at        timestamptz,
  CHECK ((ateco_code IS NULL) = (ateco_version IS NULL)),
  CHECK (earliest <= latest),
  CHECK (erased_at IS NOT NULL OR num_nulls(organisation, contact_name, email, area_m2) = 0),
  CHECK (erased_at IS NULL
         OR num_nonnulls(organisation, contact_name, email, phone, activity, message, search, idempotency_hash, request_hash) = 0)
);
CREATE INDEX inquiry_state ON inquiry (state, id);
CREATE INDEX inquiry_retention ON inquiry (received_at) WHERE erased_at IS NULL;

-- The plots and zones of an inquiry. They may be retired or removed later: the code stays readable.
CREATE TABLE inquiry_place (
  inquiry_id bigint NOT NULL REFERENCES inquiry ON DELETE CASCADE,
  position   integer NOT NULL,
  layer_id   text NOT NULL,
  feature_id bigint NOT NULL,
  code       text NOT NULL,
  PRIMARY KEY (inquiry_id, position)
);
CREATE INDEX inquiry_place_feature ON inquiry_place (feature_id);

-- Who did what, when. Only the text of a note may be emptied, when a person is erased.
CREATE TABLE inquiry_event (
  id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  inquiry_id bigint NOT NULL REFERENCES inquiry ON DELETE CASCADE,
  at         timestamptz NOT NULL DEFAULT now(),
  author     text NOT NULL,                                 -- username; system for the retention rule
  kind       text NOT NULL CHECK (kind IN ('state', 'assignment', 'note', 'erasure')),
  before     text,
  after      text,
  note       text
);
CREATE INDEX inquiry_event_inquiry ON inquiry_event (inquiry_id, id);

-- Mail to be sent: written with the inquiry, composed when it is sent, so that nobody's address is kept a second time.
CREATE TABLE inquiry_mail (
  inquiry_id      bigint NOT NULL REFERENCES inquiry ON DELETE CASCADE,
  kind            text NOT NULL CHECK (kind IN ('receipt', 'notice')),
  attempts        integer NOT NULL DEFAULT 0,
  next_attempt_at timestamptz DEFAULT now(),                -- NULL: sent, or given up
  sent_at         timestamptz,
  error           text,                                     -- of the last attempt
  PRIMARY KEY (inquiry_id, kind)
);
CREATE INDEX inquiry_mail_due ON inquiry_mail (next_attempt_at) WHERE next_attempt_at IS NOT NULL;

-- Shared by all instances, emptied after a day: addresses are personal data. Nothing leads from here to an inquiry.
CREATE TABLE inquiry_attempt (
  network text NOT NULL,                                    -- of an IPv6 address only the /64
  at      timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX inquiry_attempt_network ON inquiry_attempt (network, at);
CREATE INDEX inquiry_attempt_at ON inquiry_attempt (at);

-- What receipts and forms are signed with, the same on every instance: 244 random bits.
CREATE TABLE inquiry_secret (
  one   boolean PRIMARY KEY DEFAULT true CHECK (one),
  bytes bytea NOT NULL CHECK (length(bytes) = 32)
);
INSERT INTO inquiry_secret (bytes) SELECT decode(replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', ''), 'hex');
