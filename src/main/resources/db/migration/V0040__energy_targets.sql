-- What a territory wants to have reached by the end of a year, for the intermunicipal energy plan. What is there today is not kept here: it is
-- counted from the layers whenever somebody looks.

CREATE TABLE energy_target (
  territory_code    text NOT NULL REFERENCES territory (code),
  year              integer NOT NULL CHECK (year BETWEEN 2000 AND 2100),
  mw                numeric CHECK (mw >= 0),                          -- NULL: no target of this kind
  gwh               numeric CHECK (gwh >= 0),
  farmland_percent  numeric CHECK (farmland_percent BETWEEN 0 AND 100), -- of the farmland, that ground-mounted PV may take at most
  note              text,
  demonstration     boolean NOT NULL DEFAULT false,
  version           integer NOT NULL DEFAULT 1,
  updated_at        timestamptz NOT NULL DEFAULT now(),
  updated_by        text NOT NULL,
  PRIMARY KEY (territory_code, year),
  CHECK (num_nonnulls(mw, gwh, farmland_percent) > 0)
);
