-- Territories that one installation serves, and their municipalities.
-- A municipality is a point at its seat until the official ISTAT boundaries are loaded: they are not ours to ship.

CREATE TABLE territory (
  LIKE feature_record INCLUDING ALL,
  region            text,
  iso_3166_2        text,
  description_it    text,
  description_en    text,
  contact           text,
  geom              geometry(MultiPolygon, 4326) NOT NULL,
  geom_3857         geometry(MultiPolygon, 3857) GENERATED ALWAYS AS (ST_Transform(geom, 3857)) STORED,
  UNIQUE (code)
);

CREATE TABLE municipality (
  LIKE feature_record INCLUDING ALL,
  cadastral_code    text CHECK (cadastral_code ~ '^[A-Z]\d{3}$'),        -- Belfiore
  province_code     text,
  province_name     text,
  population        integer CHECK (population >= 0),
  population_year   integer,
  geom              geometry(Geometry, 4326) NOT NULL,
  geom_3857         geometry(Geometry, 3857) GENERATED ALWAYS AS (ST_Transform(geom, 3857)) STORED,
  UNIQUE (code),
  CHECK (code ~ '^\d{6}$'),
  FOREIGN KEY (territory_code) REFERENCES territory (code)
);

SELECT complete_layer_table(layer) FROM unnest(ARRAY['territory', 'municipality']) AS layer;
