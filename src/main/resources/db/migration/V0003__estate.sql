-- Industrial zones, plots and logistics zones: fields of the Italian plot sheet (superficie territoriale ST,
-- superficie fondiaria SF, indici UT/UF/IT/IF, rapporto di copertura RC). Every index keeps the local label beside it,
-- since regions name them differently.

CREATE TABLE industrial_zone (
  LIKE feature_record INCLUDING ALL,
  zone_kind               text CHECK (zone_kind IN ('industrial', 'artisan', 'commercial', 'mixed', 'logistics')),
  zoning_code             text,
  planning_instrument     text,
  implementation_status   text,
  territorial_area_m2     numeric CHECK (territorial_area_m2 > 0),   -- ST as stated by the plan
  manager                 text,
  apea_status             text CHECK (apea_status IN ('yes', 'in_progress', 'no')),
  acoustic_class          integer CHECK (acoustic_class BETWEEN 1 AND 6),
  brand                   text,
  desired_vocation        text[],                                    -- production chains the desk looks for
  broadband_mbit_s        numeric CHECK (broadband_mbit_s > 0),
  video_surveillance      boolean,
  canteen                 boolean,
  childcare               boolean,
  district_heating        boolean,
  truck_parking_places    integer CHECK (truck_parking_places >= 0),
  works                   jsonb,                                     -- [{what_it, what_en, done_on | planned_on}]
  excellences_it          text,
  excellences_en          text,
  description_it          text,
  description_en          text,
  website                 text,
  contact                 text,
  geom                    geometry(MultiPolygon, 4326) NOT NULL,
  geom_3857               geometry(MultiPolygon, 3857) GENERATED ALWAYS AS (ST_Transform(geom, 3857)) STORED
);

CREATE TABLE plot (
  LIKE feature_record INCLUDING ALL,
  status                             text CHECK (status IN ('available', 'reserved', 'sold', 'leased')),
  available_from                     date,
  zone_id                            bigint REFERENCES industrial_zone (id),
  address                            text,
  land_history                       text CHECK (land_history IN ('greenfield', 'brownfield')),
  -- cadastre
  cadastral_code                     text CHECK (cadastral_code ~ '^[A-Z]\d{3}$'),
  cadastral_section                  text,
  cadastral_sheet                    text,                     -- foglio
  cadastral_parcels                  text[],                   -- particelle
  cadastral_area_m2                  numeric CHECK (cadastral_area_m2 > 0),
  -- urban planning
  zoning_code                        text,
  planning_instrument                text,
  planning_act                       text,
  planning_article                   text,
  implementation_status              text,
  apea_status                        text CHECK (apea_status IN ('yes', 'in_progress', 'no')),
  permitted_activities               text[],
  permitted_ateco                    text[],                   -- divisions, two digits, ATECO 2025
  acoustic_class                     integer CHECK (acoustic_class BETWEEN 1 AND 6),
  -- quantities
  area_m2                            numeric CHECK (area_m2 > 0),              -- SF
  territorial_area_m2                numeric CHECK (territorial_area_m2 > 0),  -- ST
  floor_area_index_m2_m2             numeric CHECK (floor_area_index_m2_m2 >= 0),             -- UF
  territorial_floor_area_index_m2_m2 numeric CHECK (territorial_floor_area_index_m2_m2 >= 0), -- UT
  density_index_m3_m2                numeric CHECK (density_index_m3_m2 >= 0),                -- IF
  territorial_density_index_m3_m2    numeric CHECK (territorial_density_index_m3_m2 >= 0),    -- IT
  index_local_label                  text,
  coverage_percent                   numeric CHECK (coverage_percent BETWEEN 0 AND 100),      -- RC
  permeability_percent               numeric CHECK (permeability_percent BETWEEN 0 AND 100),  -- IP
  max_height_m                       numeric CHECK (max_height_m > 0),
  max_buildable_m2                   numeric CHECK (max_buildable_m2 >= 0),    -- stated by the desk; UF·SF is derived, not stored
  built_floor_area_m2                numeric CHECK (built_floor_area_m2 >= 0),
  divisible                          boolean,
  -- market
  owner_type                         text CHECK (owner_type IN ('public', 'private', 'consortium')),
  owner_name                         text,                     -- desk only
  owner_contact                      text,                     -- desk only
  offer_type                         text CHECK (offer_type IN ('sale', 'lease', 'surface_right', 'auction')),
  price_eur_m2                       numeric CHECK (price_eur_m2 >= 0),
  price_basis                        text CHECK (price_basis IN ('asking', 'appraisal', 'auction_base', 'yearly_rent')),
  price_on                           date,
  price_vat_note                     text,
  urbanisation_status                text CHECK (urbanisation_status IN ('complete', 'partial', 'none')),
  urbanisation_charges_eur_m2        numeric CHECK (urbanisation_charges_eur_m2 >= 0),
  remediation_status                 text CHECK (remediation_status IN ('not_needed', 'under_way', 'completed', 'needed')),
  incentives                         jsonb,                    -- [{name_it, name_en, act, until}]
  stated_constraints                 jsonb,                    -- [{kind, act, share_percent}] as the desk states them; overlaps are computed
  -- utilities: present, capacity in the unit of the name, operator, distance to the connection point
  electricity_present                boolean,
  electricity_kw                     numeric CHECK (electricity_kw >= 0),
  electricity_operator               text,
  electricity_distance_m             numeric CHECK (electricity_distance_m >= 0),
  high_voltage_present               boolean,
  high_voltage_kv                    numeric CHECK (high_voltage_kv >= 0),
  high_voltage_operator              text,
  high_voltage_distance_m            numeric CHECK (high_voltage_distance_m >= 0),
  gas_present                        boolean,
  gas_m3_h                           numeric CHECK (gas_m3_h >= 0),
  gas_operator                       text,
  gas_distance_m                     numeric CHECK (gas_distance_m >= 0),
  water_present                      boolean,
  water_l_s                          numeric CHECK (water_l_s >= 0),
  water_operator                     text,
  water_distance_m                   numeric CHECK (water_distance_m >= 0),
  sewer_present                      boolean,
  sewer_l_s                          numeric CHECK (sewer_l_s >= 0),
  sewer_operator                     text,
  sewer_distance_m                   numeric CHECK (sewer_distance_m >= 0),
  fibre_present                      boolean,
  fibre_mbit_s                       numeric CHECK (fibre_mbit_s >= 0),
  fibre_operator                     text,
  fibre_distance_m                   numeric CHECK (fibre_distance_m >= 0),
  district_heating_present           boolean,
  rail_siding                        boolean,
  quay                               boolean,
  primary_substation_code            text,
  contact                            text,
  attachments                        jsonb,                    -- [{title_it, title_en, href, kind: photo | document}]
  description_it                     text,
  description_en                     text,
  desk_notes                         text,                     -- desk only
  geom                               geometry(MultiPolygon, 4326) NOT NULL,
  geom_3857                          geometry(MultiPolygon, 3857) GENERATED ALWAYS AS (ST_Transform(geom, 3857)) STORED
);
CREATE INDEX plot_zone ON plot (zone_id);

CREATE TABLE logistics_zone (
  LIKE feature_record INCLUDING ALL,
  logistics_kind        text CHECK (logistics_kind IN ('zls', 'interport', 'river_port', 'intermodal_terminal', 'logistics_park')),
  zls_name              text,
  act                   text,                                  -- the DPCM that instituted it
  annex                 text,
  in_port_area          boolean,
  regional_aid_107_3_c  boolean,
  area_m2               numeric CHECK (area_m2 > 0),
  operator              text,
  rail_connected        boolean,
  customs_free_zone     boolean,
  quay_length_m         numeric CHECK (quay_length_m >= 0),
  min_draught_m         numeric CHECK (min_draught_m >= 0),
  cadastral_references  text[],
  description_it        text,
  description_en        text,
  website               text,
  contact               text,
  geom                  geometry(MultiPolygon, 4326) NOT NULL,
  geom_3857             geometry(MultiPolygon, 3857) GENERATED ALWAYS AS (ST_Transform(geom, 3857)) STORED
);

SELECT complete_layer_table(layer) FROM unnest(ARRAY['industrial_zone', 'plot', 'logistics_zone']) AS layer;
