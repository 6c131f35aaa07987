-- Which demonstration data this database holds: at most one row. A second start finds it and loads nothing;
-- a start with another scale is refused instead of mixing two sizes.

CREATE TABLE demonstration_load (
  only_row           boolean PRIMARY KEY DEFAULT true CHECK (only_row),
  scale              integer NOT NULL CHECK (scale > 0),
  generator_version  text NOT NULL,
  loaded_at          timestamptz NOT NULL DEFAULT now()
);
