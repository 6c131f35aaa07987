-- Tours that people keep (decision 0043).

-- The question as it was sent, and the plan as it was timed on the roads of the moment of saving. Who has the key may change it, whoever it is.
CREATE TABLE tour (
  id             bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  name           text NOT NULL CHECK (name <> '' AND length(name) <= 200),
  language       text NOT NULL CHECK (language IN ('it', 'en')),
  state          text NOT NULL CHECK (state IN ('draft', 'requested', 'confirmed', 'done', 'cancelled')),
  sequence       integer NOT NULL DEFAULT 0,              -- for calendars: grows with every change of a time or place
  version        integer NOT NULL DEFAULT 1,
  question       jsonb NOT NULL,
  plan           jsonb NOT NULL,
  first_day      date,
  last_day       date,
  groups         integer NOT NULL,
  stops          integer NOT NULL,
  people         integer,
  key_hash       bytea NOT NULL UNIQUE,                   -- SHA-256 of the key, which nobody keeps
  owner_id       bigint REFERENCES account ON DELETE SET NULL,
  owner_name     text,
  share_hash     bytea UNIQUE,                            -- of the token of a link for reading
  share_expires  timestamptz,
  share_contacts boolean NOT NULL DEFAULT false,
  created_at     timestamptz NOT NULL DEFAULT now(),
  updated_at     timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX tour_owner ON tour (owner_id);
CREATE INDEX tour_updated ON tour (updated_at DESC, id DESC);

-- Personal data, apart so that they are erased without touching the rest.
CREATE TABLE tour_personal (
  tour_id      bigint PRIMARY KEY REFERENCES tour ON DELETE CASCADE,
  note         text,
  participants jsonb NOT NULL,
  erase_after  date NOT NULL
);
CREATE INDEX tour_personal_erase_after ON tour_personal (erase_after);
