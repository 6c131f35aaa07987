-- Who may act here, by what they prove it, and the sessions in which they do: in the database, so that
-- every instance knows them and a restart signs nobody out.

CREATE TABLE account (
  id                   bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  -- two names are taken by the application itself: records say who wrote them by this name
  username             text NOT NULL CHECK (username ~ '^[A-Za-z0-9][A-Za-z0-9._@-]{1,59}$'
                                            AND lower(username) NOT IN ('system', 'operator')),
  display_name         text NOT NULL CHECK (display_name <> ''),
  email                text,
  password_hash        text NOT NULL,                       -- with its algorithm, as {bcrypt}…
  must_change_password boolean NOT NULL,                    -- the password was made by the application or an admin
  role                 text NOT NULL CHECK (role IN ('viewer', 'editor', 'admin')),
  -- NULL: all territories. No foreign key: geography is loaded, emptied and reloaded without asking accounts.
  territory_code       text,
  language             text NOT NULL DEFAULT 'it' CHECK (language IN ('it', 'en')),
  active               boolean NOT NULL DEFAULT true,
  created_at           timestamptz NOT NULL DEFAULT now(),
  last_login_at        timestamptz
);
CREATE UNIQUE INDEX account_username ON account (lower(username));

-- Only the hash is kept: 256 random bits need no slow hash, and whoever reads this table can not use what stands in it.
CREATE TABLE api_token (
  id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  account_id   bigint NOT NULL REFERENCES account ON DELETE CASCADE,
  name         text NOT NULL CHECK (name <> ''),
  token_hash   bytea NOT NULL UNIQUE CHECK (length(token_hash) = 32),
  scopes       text[] NOT NULL CHECK (cardinality(scopes) > 0 AND scopes <@ ARRAY['read', 'write', 'load', 'admin']),
  created_at   timestamptz NOT NULL DEFAULT now(),
  expires_at   timestamptz NOT NULL,
  last_used_at timestamptz,
  revoked_at   timestamptz
);
CREATE INDEX api_token_account ON api_token (account_id);

-- Shared by all instances, emptied after a day: names and addresses are personal data.
CREATE TABLE login_attempt (
  username  text NOT NULL,                                  -- as typed, in lower case; there need not be such an account
  address   text NOT NULL,                                  -- of an IPv6 address only the network, /64
  at        timestamptz NOT NULL DEFAULT now(),
  succeeded boolean NOT NULL
);
CREATE INDEX login_attempt_username ON login_attempt (username, at);
CREATE INDEX login_attempt_address ON login_attempt (address, at);
CREATE INDEX login_attempt_at ON login_attempt (at);

-- Spring Session's own tables, as spring-session-jdbc 4.1 has them in schema-postgresql.sql.
CREATE TABLE spring_session (
  primary_id            char(36) NOT NULL,
  session_id            char(36) NOT NULL,
  creation_time         bigint NOT NULL,
  last_access_time      bigint NOT NULL,
  max_inactive_interval integer NOT NULL,
  expiry_time           bigint NOT NULL,
  principal_name        varchar(100),
  CONSTRAINT spring_session_pk PRIMARY KEY (primary_id)
);
CREATE UNIQUE INDEX spring_session_ix1 ON spring_session (session_id);
CREATE INDEX spring_session_ix2 ON spring_session (expiry_time);
CREATE INDEX spring_session_ix3 ON spring_session (principal_name);

CREATE TABLE spring_session_attributes (
  session_primary_id char(36) NOT NULL,
  attribute_name     varchar(200) NOT NULL,
  attribute_bytes    bytea NOT NULL,
  CONSTRAINT spring_session_attributes_pk PRIMARY KEY (session_primary_id, attribute_name),
  CONSTRAINT spring_session_attributes_fk FOREIGN KEY (session_primary_id) REFERENCES spring_session (primary_id) ON DELETE CASCADE
);
