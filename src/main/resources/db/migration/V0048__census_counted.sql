-- What the last edition of a territory counted, as keyed fingerprints: figures are renewed when k firms differ in what is counted, not when k records were written.
-- Otherwise five records with a new telephone number and one firm that closed would make an edition whose difference to the last one is that firm.
CREATE TABLE census_counted (
  territory_code  text PRIMARY KEY REFERENCES territory (code),
  looked_at       bigint NOT NULL,        -- the last change that was looked at
  companies       bigint[] NOT NULL,
  fingerprints    bigint[] NOT NULL       -- in the same order; nobody without the secret of census_secret can make them
);
