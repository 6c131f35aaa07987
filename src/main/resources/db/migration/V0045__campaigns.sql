-- Campaigns of visits (decision 0047). The document is what was sent: days, hosts, groups and what they prefer. Who goes where is kept beside it, so that
-- searching and moving groups never meets somebody who changes the question. Groups are classes with a number of people: no names of anybody.
CREATE TABLE visit_campaign (
  id             bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  territory_code text NOT NULL REFERENCES territory (code),
  name           text NOT NULL CHECK (name <> '' AND length(name) <= 200),
  owner_id       bigint REFERENCES account ON DELETE SET NULL,   -- NULL for the operator of the machine
  owner_name     text NOT NULL,
  document       jsonb NOT NULL,
  version        integer NOT NULL DEFAULT 1,
  assignments    jsonb NOT NULL DEFAULT '[]',                    -- [{group, host, date, from, locked}]
  result_version integer NOT NULL DEFAULT 0,
  search         jsonb,                                          -- how the assignments were found, and how far a running search is
  job_id         bigint,                                         -- the last search
  created_at     timestamptz NOT NULL DEFAULT now(),
  updated_at     timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX visit_campaign_territory ON visit_campaign (territory_code, id);
CREATE INDEX visit_campaign_owner ON visit_campaign (owner_id);
