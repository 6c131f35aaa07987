-- What owners tell the desk without an account: plots they offer, and whether what is published of theirs is still true
-- (decision 0033). Who they are stands in a few columns that are emptied on request or when their time is over; nothing of
-- it is in a layer but the two fields of a plot that only the desk reads.

CREATE SEQUENCE plot_offer_number;

-- A plot that somebody offers, or a change of one that they answered for. What it says of the plot goes to the desk as a
-- proposal as soon as the address is confirmed; until then it lies here only.
CREATE TABLE plot_offer (
  id                bigint PRIMARY KEY,                     -- of plot_offer_number
  ticket            text NOT NULL UNIQUE CHECK (ticket ~ '^O-\d{4}-\d{6,}$'),   -- to be spoken; it opens nothing
  state             text NOT NULL CHECK (state IN ('unconfirmed', 'received', 'published', 'refused', 'spam')),
  plot_id           bigint,                                 -- the plot that it changes, or became; no foreign key: features are retired, not removed
  proposal_id       bigint,                                 -- of table proposal; NULL until the address is confirmed
  received_at       timestamptz NOT NULL DEFAULT now(),
  confirmed_at      timestamptz,                            -- the address; NULL where no mail could be sent
  decided_at        timestamptz,
  reason            text,                                   -- of the desk, for who offered
  territory_code    text NOT NULL,
  municipality_code text,
  language          text NOT NULL CHECK (language IN ('it', 'en')),
  -- who offers, in their own words: NULL once erased
  offered_by        text NOT NULL CHECK (offered_by IN ('owner', 'agent', 'municipality')),
  organisation      text,
  contact_name      text,
  email             text,
  phone             text,
  message           text,
  consent_version   text NOT NULL,
  consent_at        timestamptz NOT NULL DEFAULT now(),
  erased_at         timestamptz,
  -- what is offered: names of the layer's attributes
  properties        jsonb NOT NULL,
  geometry          jsonb,                                  -- GeoJSON, longitude and latitude; NULL where only values change
  CHECK (erased_at IS NULL OR num_nonnulls(organisation, contact_name, email, phone, message) = 0)
);
CREATE INDEX plot_offer_state ON plot_offer (state, id);
CREATE INDEX plot_offer_proposal ON plot_offer (proposal_id);
CREATE INDEX plot_offer_retention ON plot_offer (received_at) WHERE erased_at IS NULL;

-- Photos that came with an offer, drawn anew (module picture). They are public once a public plot names them.
CREATE TABLE plot_offer_photo (
  id         uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  offer_id   bigint NOT NULL REFERENCES plot_offer ON DELETE CASCADE,
  width      integer NOT NULL,
  height     integer NOT NULL,
  jpeg       bytea NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX plot_offer_photo_offer ON plot_offer_photo (offer_id);

-- One mail to one owner, with a question for each of their plots.
CREATE TABLE owner_letter (
  id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  email      text,                                          -- NULL when nothing of it is open any more
  language   text NOT NULL CHECK (language IN ('it', 'en')),
  asked_at   timestamptz NOT NULL DEFAULT now(),
  asked_by   text NOT NULL,                                 -- username; no foreign key: history outlives accounts
  expires_at timestamptz NOT NULL,
  reminders  integer NOT NULL DEFAULT 0,
  written_at timestamptz NOT NULL DEFAULT now()             -- when the letter or its last reminder was put into the queue
);
CREATE INDEX owner_letter_open ON owner_letter (expires_at) WHERE email IS NOT NULL;

-- Whether one plot is still so. Its link is signed and names this row, so that one question has one answer.
CREATE TABLE owner_question (
  id             bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  letter_id      bigint NOT NULL REFERENCES owner_letter ON DELETE CASCADE,
  plot_id        bigint NOT NULL,
  plot_code      text NOT NULL,
  territory_code text,
  state          text NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'still_true', 'sold', 'changed', 'stopped', 'revoked')),
  answered_at    timestamptz,                               -- or revoked
  revoked_by     text,
  offer_id       bigint REFERENCES plot_offer               -- what came of sold or changed
);
CREATE INDEX owner_question_plot ON owner_question (plot_id, id);
CREATE INDEX owner_question_letter ON owner_question (letter_id);
CREATE INDEX owner_question_state ON owner_question (state, id);

-- Who wants no more mail of this kind: a signature of the address, which tells nobody the address.
CREATE TABLE owner_silence (
  address text PRIMARY KEY,
  since   timestamptz NOT NULL DEFAULT now()
);

-- Mail to be sent: which mail of what. It is written when it is sent, so that what is erased can not be sent.
CREATE TABLE owner_mail (
  id              bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  kind            text NOT NULL CHECK (kind IN ('confirmation', 'receipt', 'outcome', 'question', 'reminder')),
  offer_id        bigint REFERENCES plot_offer ON DELETE CASCADE,
  letter_id       bigint REFERENCES owner_letter ON DELETE CASCADE,
  attempts        integer NOT NULL DEFAULT 0,
  next_attempt_at timestamptz DEFAULT now(),                -- NULL: sent, or given up
  sent_at         timestamptz,
  error           text,
  CHECK (num_nonnulls(offer_id, letter_id) = 1)
);
CREATE INDEX owner_mail_due ON owner_mail (next_attempt_at) WHERE next_attempt_at IS NOT NULL;
CREATE INDEX owner_mail_offer ON owner_mail (offer_id);
CREATE INDEX owner_mail_letter ON owner_mail (letter_id);
