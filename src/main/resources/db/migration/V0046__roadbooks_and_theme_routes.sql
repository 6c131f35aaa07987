-- What calendars were given of saved tours, and published routes for those who visit by themselves (decision 0048).

-- A tour in calendars. The name is not its number: numbers begin anew in every installation, and calendars keep names for ever.
CREATE TABLE tour_calendar (
  tour_id bigint PRIMARY KEY,
  uid     uuid NOT NULL UNIQUE DEFAULT gen_random_uuid()
);

-- Stops that a calendar was given: one that is gone afterwards must be handed out as cancelled, or it stays in the calendars for ever.
CREATE TABLE tour_calendar_stop (
  tour_id bigint NOT NULL REFERENCES tour_calendar ON DELETE CASCADE,
  key     text NOT NULL,
  name    text NOT NULL,
  begins  timestamptz NOT NULL,
  ends    timestamptz NOT NULL,
  PRIMARY KEY (tour_id, key)
);

-- A theme route. The document is what its writers see, `published` what everybody sees: a change waits until somebody else has looked at it.
CREATE TABLE theme_route (
  id             bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  document       jsonb NOT NULL,
  published      jsonb,
  published_at   timestamptz,
  demonstration  boolean NOT NULL DEFAULT false,
  author_id      bigint REFERENCES account ON DELETE SET NULL,   -- who wrote the document last; NULL for the operator of the machine
  author_name    text NOT NULL,
  version        integer NOT NULL DEFAULT 1,
  created_at     timestamptz NOT NULL DEFAULT now(),
  updated_at     timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX theme_route_published ON theme_route (published_at DESC) WHERE published IS NOT NULL;

-- Pictures of a route: uploaded ones are drawn anew (module picture) and kept here, those that come with Comparto have an address.
CREATE TABLE theme_picture (
  id       bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  theme_id bigint NOT NULL REFERENCES theme_route ON DELETE CASCADE,
  alt_it   text NOT NULL CHECK (alt_it <> ''),
  alt_en   text NOT NULL CHECK (alt_en <> ''),
  credit   text NOT NULL CHECK (credit <> ''),
  licence  text NOT NULL CHECK (licence <> ''),
  jpeg     bytea,
  href     text CHECK (href LIKE '/img/themes/%'),
  CHECK ((jpeg IS NULL) <> (href IS NULL))
);
CREATE INDEX theme_picture_theme ON theme_picture (theme_id, id);
