-- How much farmland of a territory is utilised (SAU, superficie agricola utilizzata): no layer tells, statistics do. The desk writes the figure down with where
-- it is from and of which year; where nobody has, it is not known.

CREATE TABLE utilised_farmland (
  territory_code  text PRIMARY KEY REFERENCES territory (code),
  hectares        numeric NOT NULL CHECK (hectares > 0),
  year            integer NOT NULL CHECK (year BETWEEN 1900 AND 2100), -- to which the figure belongs
  source          text NOT NULL,
  version         integer NOT NULL DEFAULT 1,
  updated_at      timestamptz NOT NULL DEFAULT now(),
  updated_by      text NOT NULL
);
