-- Energy communities as planners build them, and what PVGIS has answered (decision 0038).

-- A community or a scenario of one. The document is the question of /api/energy/communities/balance as it was sent: figures are computed from it
-- anew, so that they always rest on the tariffs in force. It may hold what single firms consume: only who proposes in the territory reads it.
CREATE TABLE energy_community (
  id             bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  territory_code text NOT NULL REFERENCES territory (code),
  name           text NOT NULL CHECK (name <> '' AND length(name) <= 200),
  scenario_of    bigint REFERENCES energy_community ON DELETE SET NULL,   -- the one that this was copied from
  owner_id       bigint REFERENCES account ON DELETE SET NULL,            -- NULL for the operator of the machine
  owner_name     text NOT NULL,
  document       jsonb NOT NULL,
  version        integer NOT NULL DEFAULT 1,
  created_at     timestamptz NOT NULL DEFAULT now(),
  updated_at     timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX energy_community_territory ON energy_community (territory_code, id);
CREATE INDEX energy_community_owner ON energy_community (owner_id);
CREATE INDEX energy_community_scenario ON energy_community (scenario_of);

-- Answers of PVGIS by what was asked, so that a place is asked about once a year at most. No personal data: coordinates to a hundredth of a degree.
CREATE TABLE pvgis_answer (
  url        text NOT NULL,
  query      text NOT NULL,
  answer     jsonb NOT NULL,
  fetched_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (url, query)
);
