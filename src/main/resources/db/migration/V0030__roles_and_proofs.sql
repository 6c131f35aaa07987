-- More roles than three, rights by layer and municipality, and what proves a person besides a password: a second factor,
-- a link sent by mail, another house's identity (decision 0028).

ALTER TABLE account DROP CONSTRAINT account_role_check;
UPDATE account SET role = 'desk' WHERE role = 'editor';

ALTER TABLE account
  ADD CONSTRAINT account_role_check
    CHECK (role IN ('viewer', 'tour_organiser', 'municipal_editor', 'planner', 'desk', 'auditor', 'admin')),
  -- ISTAT code; NULL: all of the territory. No foreign key, as for the territory.
  ADD COLUMN municipality_code text CHECK (municipality_code ~ '^\d{6}$'),
  -- what this account may propose, review and write; NULL: what its role may
  ADD COLUMN layers text[] CHECK (cardinality(layers) > 0),
  ADD COLUMN wants_mail boolean NOT NULL DEFAULT true,      -- about proposals; links that the person asked for come all the same
  ADD COLUMN totp_secret bytea,                             -- encrypted; NULL: none, or its enrolment was not confirmed
  ADD COLUMN totp_pending bytea,                            -- encrypted; waits for the first code that confirms it
  ADD COLUMN totp_last_step bigint,                         -- the last step of 30 s whose code was used: no code counts twice
  ADD CONSTRAINT account_municipal_editor CHECK (role <> 'municipal_editor' OR municipality_code IS NOT NULL);

ALTER TABLE api_token DROP CONSTRAINT api_token_scopes_check;
ALTER TABLE api_token ADD CONSTRAINT api_token_scopes_check
  CHECK (cardinality(scopes) > 0 AND scopes <@ ARRAY['read', 'propose', 'review', 'write', 'load', 'audit', 'admin']);

-- Ten for each account with a second factor; each opens once. 100 random bits need no slow hash.
CREATE TABLE recovery_code (
  account_id bigint NOT NULL REFERENCES account ON DELETE CASCADE,
  code_hash  bytea NOT NULL CHECK (length(code_hash) = 32),
  used_at    timestamptz,
  PRIMARY KEY (account_id, code_hash)
);

-- Links by which somebody who forgot a password chooses another: one at a time, for an hour, once.
CREATE TABLE password_reset (
  account_id bigint PRIMARY KEY REFERENCES account ON DELETE CASCADE,
  token_hash bytea NOT NULL UNIQUE CHECK (length(token_hash) = 32),
  expires_at timestamptz NOT NULL
);

-- Whom another house's identity provider means: bound once, so that a changed address there does not become somebody else here.
CREATE TABLE account_identity (
  issuer     text NOT NULL,
  subject    text NOT NULL,
  account_id bigint NOT NULL REFERENCES account ON DELETE CASCADE,
  bound_at   timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (issuer, subject)
);
CREATE INDEX account_identity_account ON account_identity (account_id);
