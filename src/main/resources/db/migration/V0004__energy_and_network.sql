-- Energy areas and primary-substation areas; bottlenecks and gateways.

CREATE TABLE primary_substation_area (
  LIKE feature_record INCLUDING ALL,                           -- code is the area code AC…
  substation_name  text,
  distributor      text,
  hosting_class    text CHECK (hosting_class IN ('white', 'yellow', 'orange', 'red')),   -- TICA art. 4
  hosting_on       date,
  geom             geometry(MultiPolygon, 4326) NOT NULL,
  geom_3857        geometry(MultiPolygon, 3857) GENERATED ALWAYS AS (ST_Transform(geom, 3857)) STORED,
  UNIQUE (code),
  CHECK (code ~ '^AC\d{3}E\d{5}$')
);

CREATE TABLE energy_area (
  LIKE feature_record INCLUDING ALL,
  technology               text CHECK (technology IN ('pv_ground', 'pv_roof', 'pv_canopy', 'pv_floating', 'agripv', 'wind', 'biomethane')),
  eligibility              text CHECK (eligibility IN ('suitable', 'ordinary', 'unsuitable', 'ground_pv_forbidden', 'unknown')),
  marking_status           text CHECK (marking_status IN ('proposed', 'marked', 'unmarked', 'built')),
  ruleset                  text,
  basis                    text[],                             -- ids of the rules it rests on
  citation                 text,
  evaluated_on             date,
  area_m2                  numeric CHECK (area_m2 > 0),
  usable_area_m2           numeric CHECK (usable_area_m2 >= 0),
  power_kwp                numeric CHECK (power_kwp >= 0),
  yield_kwh_year           numeric CHECK (yield_kwh_year >= 0),
  primary_substation_code  text,
  community_name           text,
  reason                   text,
  act                      text,
  description_it           text,
  description_en           text,
  contact                  text,
  geom                     geometry(MultiPolygon, 4326) NOT NULL,
  geom_3857                geometry(MultiPolygon, 3857) GENERATED ALWAYS AS (ST_Transform(geom, 3857)) STORED
);

CREATE TABLE bottleneck (
  LIKE feature_record INCLUDING ALL,
  bottleneck_type        text CHECK (bottleneck_type IN ('road_limit', 'bridge', 'level_crossing', 'junction', 'rail', 'missing_link',
                                                         'waterway', 'power_grid', 'broadband', 'other')),
  transport_mode         text CHECK (transport_mode IN ('road', 'rail', 'waterway', 'energy', 'digital', 'other')),
  description_it         text,
  description_en         text,
  owner                  text,
  severity               integer CHECK (severity BETWEEN 1 AND 5),
  priority_level         integer CHECK (priority_level BETWEEN 1 AND 3),
  status                 text CHECK (status IN ('reported', 'verified', 'planned', 'funded', 'works', 'solved')),
  project                text,
  cup_code               text,
  cost_eur               numeric CHECK (cost_eur >= 0),
  funded_eur             numeric CHECK (funded_eur >= 0),
  works_until            date,
  -- road: what a vehicle must not exceed
  max_height_m           numeric CHECK (max_height_m > 0),
  max_width_m            numeric CHECK (max_width_m > 0),
  max_length_m           numeric CHECK (max_length_m > 0),
  max_mass_t             numeric CHECK (max_mass_t > 0),
  max_axle_load_t        numeric CHECK (max_axle_load_t > 0),
  one_way                boolean,
  delay_min              numeric CHECK (delay_min >= 0),
  speed_factor           numeric CHECK (speed_factor > 0 AND speed_factor <= 1),
  active_hours           text,                                 -- OpenStreetMap opening_hours notation
  attention_class        text CHECK (attention_class IN ('high', 'medium_high', 'medium', 'medium_low', 'low')),  -- DM 493/2021
  span_m                 numeric CHECK (span_m > 0),
  vehicles_per_day       integer CHECK (vehicles_per_day >= 0),
  heavy_share_percent    numeric CHECK (heavy_share_percent BETWEEN 0 AND 100),
  volume_capacity_ratio  numeric CHECK (volume_capacity_ratio >= 0),
  -- rail and level crossings
  line_name              text,
  line_km                numeric,
  trains_per_day         integer CHECK (trains_per_day >= 0),
  closed_min_per_h       numeric CHECK (closed_min_per_h BETWEEN 0 AND 60),
  single_track           boolean,
  electrified            boolean,
  axle_load_category     text,
  gauge_code             text,
  train_length_m         numeric CHECK (train_length_m > 0),
  capacity_use_percent   numeric CHECK (capacity_use_percent >= 0),
  -- waterway
  cemt_class             text,
  min_draught_m          numeric CHECK (min_draught_m >= 0),
  navigable_days_year    integer CHECK (navigable_days_year BETWEEN 0 AND 366),
  air_draught_m          numeric CHECK (air_draught_m >= 0),
  lock_size              text,
  -- energy and digital
  hosting_class          text CHECK (hosting_class IN ('white', 'yellow', 'orange', 'red')),
  broadband_class        text CHECK (broadband_class IN ('white', 'grey', 'black')),
  attachments            jsonb,
  reporter_contact       text,                                 -- desk only
  geom                   geometry(Geometry, 4326) NOT NULL,
  geom_3857              geometry(Geometry, 3857) GENERATED ALWAYS AS (ST_Transform(geom, 3857)) STORED
);

CREATE TABLE gateway (
  LIKE feature_record INCLUDING ALL,
  gateway_kind     text CHECK (gateway_kind IN ('toll_gate', 'rail_terminal', 'intermodal_terminal', 'sea_port', 'river_port', 'airport', 'station')),
  road             text,
  operator         text,
  opening_hours    text,                                       -- OpenStreetMap opening_hours notation
  iata_code        text CHECK (iata_code ~ '^[A-Z]{3}$'),
  un_locode        text,
  website          text,
  geom             geometry(Point, 4326) NOT NULL,
  geom_3857        geometry(Point, 3857) GENERATED ALWAYS AS (ST_Transform(geom, 3857)) STORED
);

SELECT complete_layer_table(layer)
FROM unnest(ARRAY['primary_substation_area', 'energy_area', 'bottleneck', 'gateway']) AS layer;
