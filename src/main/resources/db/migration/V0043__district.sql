-- Public figures of the census (decision 0045), and networks of firms.

-- What chance is drawn from when figures are protected. Whoever has it could undo the protection: it never leaves the database.
CREATE TABLE census_secret (
  only_one  boolean PRIMARY KEY DEFAULT true CHECK (only_one),
  key       text NOT NULL
);
INSERT INTO census_secret (key) VALUES (gen_random_uuid()::text || gen_random_uuid()::text);

-- Figures of a territory as they were published together. They stay as they are until the next edition, so that nobody learns from two days what one firm changed.
CREATE TABLE census_edition (
  id              bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  territory_code  text NOT NULL REFERENCES territory (code),
  taken_at        timestamptz NOT NULL DEFAULT now(),
  change_id       bigint NOT NULL,                 -- the last change that it knows
  k               integer NOT NULL,
  demonstration   boolean NOT NULL,
  figures         jsonb NOT NULL                   -- protected; there is nothing else in it
);
CREATE INDEX census_edition_territory ON census_edition (territory_code, id DESC);

-- Networks of firms: by contract (rete d'imprese), along a production chain, a cluster, an area brand.
CREATE TABLE company_network (
  id                bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  territory_code    text NOT NULL REFERENCES territory (code),
  name              text NOT NULL CHECK (name <> '' AND length(name) <= 200),
  kind              text NOT NULL CHECK (kind IN ('contract', 'contract_entity', 'chain', 'cluster', 'area_brand', 'consortium', 'other')),
  production_chain  text,                          -- code of the list production_chain
  register_number   text,                          -- of the contract in the register of companies
  register_date     date,
  purpose_it        text,
  purpose_en        text,
  brand             text,
  website           text CHECK (website ~ '^https?://'),
  source            text,
  public            boolean NOT NULL DEFAULT false,
  demonstration     boolean NOT NULL DEFAULT false,
  version           integer NOT NULL DEFAULT 1,
  created_at        timestamptz NOT NULL DEFAULT now(),
  updated_at        timestamptz NOT NULL DEFAULT now(),
  updated_by        text NOT NULL,
  UNIQUE (territory_code, name)
);

-- Who belongs to a network, in which role, from when to when. A company that is erased leaves its networks; one that is merged into another one
-- hands its memberships over by census's own merging (see merge_company_memberships).
CREATE TABLE company_network_member (
  network_id  bigint NOT NULL REFERENCES company_network (id) ON DELETE CASCADE,
  company_id  bigint NOT NULL REFERENCES company (id) ON DELETE CASCADE,
  role        text NOT NULL DEFAULT 'member' CHECK (role IN ('lead', 'member', 'supplier', 'partner')),
  joined_on   date,
  left_on     date,
  PRIMARY KEY (network_id, company_id),
  CHECK (left_on IS NULL OR joined_on IS NULL OR left_on >= joined_on)
);
CREATE INDEX company_network_member_company ON company_network_member (company_id);

-- Former states of networks with their members, by who ended them and when.
CREATE TABLE company_network_history (
  network_id  bigint NOT NULL,
  version     integer NOT NULL,
  document    jsonb NOT NULL,
  ended_at    timestamptz NOT NULL DEFAULT now(),
  ended_by    text NOT NULL,
  PRIMARY KEY (network_id, version)
);

-- Hands the memberships of one company over to another: the longer time wins where both are in the same network, and a lead stays one.
CREATE FUNCTION merge_company_memberships(merged bigint, kept bigint) RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE
  moved bigint;
BEGIN
  INSERT INTO company_network_member AS m (network_id, company_id, role, joined_on, left_on)
  SELECT network_id, kept, role, joined_on, left_on FROM company_network_member WHERE company_id = merged
  ON CONFLICT (network_id, company_id) DO UPDATE SET
    role = CASE WHEN excluded.role = 'lead' THEN 'lead' ELSE m.role END,
    joined_on = CASE WHEN m.joined_on IS NULL OR excluded.joined_on IS NULL THEN NULL ELSE least(m.joined_on, excluded.joined_on) END,
    left_on = CASE WHEN m.left_on IS NULL OR excluded.left_on IS NULL THEN NULL ELSE greatest(m.left_on, excluded.left_on) END;
  GET DIAGNOSTICS moved = ROW_COUNT;
  UPDATE company_network SET version = version + 1, updated_at = now() WHERE id IN (SELECT network_id FROM company_network_member WHERE company_id = merged);
  DELETE FROM company_network_member WHERE company_id = merged;
  RETURN moved;
END $$;
