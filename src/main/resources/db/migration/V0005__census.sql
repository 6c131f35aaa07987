-- Companies, with consent per field group: nothing of a company is public without it.

CREATE TABLE company (
  LIKE feature_record INCLUDING ALL,
  -- the groups a company lets us publish. Kept on the row itself, not in a table beside it, so that withdrawing
  -- consent changes the row's version and with it every prepared copy of the row; company_consent says who and when.
  consented_groups        text[] NOT NULL DEFAULT '{}',
  -- identity
  tax_code                text,
  vat_number              text CHECK (vat_number ~ '^\d{11}$'),
  rea_code                text,
  unit_kind               text CHECK (unit_kind IN ('headquarters', 'local_unit')),
  legal_form              text,
  sole_trader             boolean,
  founded_year            integer,
  website                 text,
  address                 text,
  zone_id                 bigint REFERENCES industrial_zone (id),
  plot_ids                bigint[],
  geocoding_quality       text CHECK (geocoding_quality IN ('surveyed', 'house_number', 'street', 'locality')),
  -- activity
  ateco_code              text CHECK (ateco_code ~ '^\d{2}(\.\d{1,2}(\.\d{1,2})?)?$'),
  ateco_version           text CHECK (ateco_version IN ('2007', '2025')),
  ateco_secondary         text[],
  production_chain        text,                                -- filiera
  chain_role              text CHECK (chain_role IN ('supplier', 'maker', 'service')),
  products_it             text,
  products_en             text,
  -- size
  employees               integer CHECK (employees >= 0),
  employees_female        integer CHECK (employees_female >= 0),
  apprentices             integer CHECK (apprentices >= 0),
  employees_year          integer,
  size_class              text CHECK (size_class IN ('micro', 'small', 'medium', 'large')),
  turnover_class          text,
  export_percent          numeric CHECK (export_percent BETWEEN 0 AND 100),
  -- innovation
  trademarks              integer CHECK (trademarks >= 0),
  patents                 integer CHECK (patents >= 0),
  research                boolean,
  innovation_status       text CHECK (innovation_status IN ('none', 'innovative_startup', 'innovative_sme')),
  innovation_since        date,
  -- certification: [{scheme, body, number, expires_on}]
  certifications          jsonb,
  -- welfare and sustainability
  welfare_plan            boolean,
  childcare               boolean,
  canteen                 boolean,
  mobility_manager        boolean,
  sustainability_report   boolean,
  -- energy
  pods                    text[],
  contract_power_kw       numeric CHECK (contract_power_kw >= 0),
  consumption_kwh_year    numeric CHECK (consumption_kwh_year >= 0),
  roof_m2                 numeric CHECK (roof_m2 >= 0),
  pv_kwp                  numeric CHECK (pv_kwp >= 0),
  ev_chargers             integer CHECK (ev_chargers >= 0),
  community_interest      boolean,
  -- visits
  visitable               text CHECK (visitable IN ('never', 'by_appointment', 'open_days')),
  visit_groups            text[],
  visit_min_people        integer CHECK (visit_min_people > 0),
  visit_max_people        integer CHECK (visit_max_people > 0),
  visit_minutes           integer CHECK (visit_minutes > 0),
  visit_languages         text[],
  visit_min_age           integer CHECK (visit_min_age >= 0),
  visit_wheelchair        boolean,
  visit_protective_gear   text,
  visit_lead_days         integer CHECK (visit_lead_days >= 0),
  visit_themes            text[],
  visit_hours             text,                                -- OpenStreetMap opening_hours notation
  coach_parking           boolean,
  coach_max_height_m      numeric CHECK (coach_max_height_m > 0),
  coach_max_length_m      numeric CHECK (coach_max_length_m > 0),
  -- contact
  contact_person          text,
  phone                   text,
  email                   text,
  geom                    geometry(Point, 4326) NOT NULL,
  geom_3857               geometry(Point, 3857) GENERATED ALWAYS AS (ST_Transform(geom, 3857)) STORED,
  CHECK (consented_groups <@ ARRAY['identity', 'activity', 'size', 'innovation', 'certification', 'welfare', 'energy', 'visit', 'contact'])
);
CREATE INDEX company_zone ON company (zone_id);

-- Who gave or withdrew consent, for which group, when: evidence, only ever added to.
CREATE TABLE company_consent (
  id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  company_id   bigint NOT NULL REFERENCES company (id) ON DELETE CASCADE,
  field_group  text NOT NULL,
  granted      boolean NOT NULL,
  stated_by    text NOT NULL,
  stated_on    date NOT NULL
);
CREATE INDEX company_consent_company ON company_consent (company_id);

SELECT complete_layer_table('company');
