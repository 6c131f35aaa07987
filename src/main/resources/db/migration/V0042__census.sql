-- The census of companies: the field groups of DOMAIN §7 complete, consent as evidence whoever writes it, the classification of activities in
-- two versions, surveys that companies answer by a link, and duplicates that are found, merged and taken apart again.

-- ---- the fields that lacked ------------------------------------------------------------------------------------------

-- [{scheme, body?, number?, expires_on?}]: nothing else, so that every reader knows what is there.
CREATE FUNCTION is_certification_list(list jsonb) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT list IS NULL OR jsonb_typeof(list) = 'array' AND coalesce((SELECT bool_and(
    CASE WHEN jsonb_typeof(one) = 'object' THEN
      coalesce(btrim(one ->> 'scheme') <> '', false) AND one - ARRAY['scheme', 'body', 'number', 'expires_on'] = '{}'
      AND (SELECT bool_and(jsonb_typeof(value) IN ('string', 'null')) FROM jsonb_each(one))
      AND coalesce(one ->> 'expires_on', '2000-01-01') ~ '^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$'
    ELSE false END) FROM jsonb_array_elements(CASE WHEN jsonb_typeof(list) = 'array' THEN list ELSE '[]' END) AS one), true)
$$;

-- [{number, office?, year?}]
CREATE FUNCTION is_patent_list(list jsonb) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT list IS NULL OR jsonb_typeof(list) = 'array' AND coalesce((SELECT bool_and(
    CASE WHEN jsonb_typeof(one) = 'object' THEN
      coalesce(btrim(one ->> 'number') <> '', false) AND one - ARRAY['number', 'office', 'year'] = '{}'
      AND coalesce(one ->> 'year', '2000') ~ '^(18|19|20)\d\d$'
    ELSE false END) FROM jsonb_array_elements(CASE WHEN jsonb_typeof(list) = 'array' THEN list ELSE '[]' END) AS one), true)
$$;

ALTER TABLE company
  ADD COLUMN headquarters_id bigint REFERENCES company (id) ON DELETE SET NULL,             -- of a local unit
  ADD COLUMN main_suppliers text[],                                      -- by name, in the district
  ADD COLUMN main_clients text[],
  ADD COLUMN employees_male integer CHECK (employees_male >= 0),
  ADD COLUMN patent_list jsonb CHECK (is_patent_list(patent_list)),
  ADD COLUMN registered_software boolean,
  ADD COLUMN innovation_conditions text[],                               -- which of the three conditions of DL 3/2015 art. 4
  ADD COLUMN education_links text[],
  -- what a file says of consent: the trigger below gives or withdraws by it
  ADD COLUMN stated_consents text[],
  ADD COLUMN consent_stated_by text,
  ADD COLUMN consent_stated_on date,
  ADD CHECK (is_certification_list(certifications)),
  ADD CHECK (headquarters_id <> id),
  ADD CHECK (innovation_conditions <@ ARRAY['rd_share', 'qualified_staff', 'patent_or_software']),
  ADD CHECK (stated_consents <@ ARRAY['identity', 'activity', 'size', 'innovation', 'certification', 'welfare', 'energy', 'visit', 'contact']);
CREATE INDEX company_headquarters ON company (headquarters_id) WHERE headquarters_id IS NOT NULL;
CREATE INDEX company_ateco ON company (ateco_code text_pattern_ops);

-- ---- consent ---------------------------------------------------------------------------------------------------------

ALTER TABLE company_consent
  ADD COLUMN stated_at timestamptz NOT NULL DEFAULT now(),
  ADD COLUMN way text NOT NULL DEFAULT 'desk' CHECK (way IN ('desk', 'link', 'file', 'erasure')),
  ADD COLUMN text_version text,                                          -- of the text that was agreed to; NULL where it is not ours
  ADD COLUMN recorded_by text;                                           -- the account, or the change, by which it came in

-- A file gives consent only where it says who stated it and when; the newer statement of a group counts, whoever brings it. What a file does
-- not say stays as it is: a row without consent is public nowhere.
CREATE FUNCTION take_stated_consents() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  one text;
BEGIN
  IF NEW.stated_consents IS NULL OR NEW.consent_stated_by IS NULL OR NEW.consent_stated_on IS NULL OR NEW.consent_stated_on > current_date THEN
    RETURN NEW;
  END IF;
  FOREACH one IN ARRAY ARRAY['identity', 'activity', 'size', 'innovation', 'certification', 'welfare', 'energy', 'visit', 'contact'] LOOP
    CONTINUE WHEN EXISTS (SELECT FROM company_consent WHERE company_id = NEW.id AND field_group = one AND stated_on > NEW.consent_stated_on);
    IF one = ANY (NEW.stated_consents) AND NOT one = ANY (NEW.consented_groups) THEN
      NEW.consented_groups := NEW.consented_groups || one;
    ELSIF NOT one = ANY (NEW.stated_consents) THEN
      NEW.consented_groups := array_remove(NEW.consented_groups, one);
    END IF;
  END LOOP;
  RETURN NEW;
END $$;

CREATE FUNCTION keep_stated_consents() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  before text[] := CASE WHEN TG_OP = 'UPDATE' THEN OLD.consented_groups ELSE '{}' END;
BEGIN
  INSERT INTO company_consent (company_id, field_group, granted, stated_by, stated_on, way, recorded_by)
  SELECT NEW.id, one, one = ANY (NEW.consented_groups), NEW.consent_stated_by, NEW.consent_stated_on, 'file', NEW.updated_by
  FROM unnest(before || NEW.consented_groups) AS one
  WHERE (one = ANY (before)) <> (one = ANY (NEW.consented_groups))
  GROUP BY one;
  RETURN NULL;
END $$;

CREATE TRIGGER take_consents_inserted BEFORE INSERT ON company FOR EACH ROW WHEN (NEW.stated_consents IS NOT NULL) EXECUTE FUNCTION take_stated_consents();
CREATE TRIGGER take_consents_updated BEFORE UPDATE ON company FOR EACH ROW
  WHEN ((NEW.stated_consents, NEW.consent_stated_by, NEW.consent_stated_on) IS DISTINCT FROM (OLD.stated_consents, OLD.consent_stated_by, OLD.consent_stated_on))
  EXECUTE FUNCTION take_stated_consents();
CREATE TRIGGER keep_consents_inserted AFTER INSERT ON company FOR EACH ROW
  WHEN (NEW.stated_consents IS NOT NULL AND NEW.consent_stated_by IS NOT NULL AND NEW.consent_stated_on IS NOT NULL) EXECUTE FUNCTION keep_stated_consents();
CREATE TRIGGER keep_consents_updated AFTER UPDATE ON company FOR EACH ROW
  WHEN ((NEW.stated_consents, NEW.consent_stated_by, NEW.consent_stated_on) IS DISTINCT FROM (OLD.stated_consents, OLD.consent_stated_by, OLD.consent_stated_on)
        AND NEW.consent_stated_by IS NOT NULL AND NEW.consent_stated_on IS NOT NULL) EXECUTE FUNCTION keep_stated_consents();

-- ---- the classification of activities --------------------------------------------------------------------------------

-- One table of correspondence between two versions, as somebody has loaded it; a newer one replaces an older.
CREATE TABLE ateco_table (
  id        bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  file_name text NOT NULL,
  source    text NOT NULL,                                   -- in the words of who loaded it
  loaded_by text NOT NULL,
  loaded_at timestamptz NOT NULL DEFAULT now(),
  in_force  boolean NOT NULL DEFAULT true
);
CREATE UNIQUE INDEX ateco_table_in_force ON ateco_table (in_force) WHERE in_force;
CREATE TABLE ateco_code (
  version  text NOT NULL CHECK (version IN ('2007', '2025')),
  code     text NOT NULL CHECK (code ~ '^\d{2}(\.\d{1,2}(\.\d{1,2})?)?$'),
  title    text,
  table_id bigint NOT NULL REFERENCES ateco_table ON DELETE CASCADE,
  PRIMARY KEY (version, code)
);
CREATE TABLE ateco_transcoding (
  code_2007 text NOT NULL,
  code_2025 text NOT NULL,
  table_id  bigint NOT NULL REFERENCES ateco_table ON DELETE CASCADE,
  PRIMARY KEY (code_2007, code_2025)
);
CREATE INDEX ateco_transcoding_back ON ateco_transcoding (code_2025);

-- ---- surveys ---------------------------------------------------------------------------------------------------------

CREATE TABLE survey_campaign (
  id             bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  name           text NOT NULL,
  territory_code text,                                        -- the only one whose companies are asked; NULL for all
  groups         text[] NOT NULL,                             -- the field groups that are asked about
  intake         text NOT NULL CHECK (intake IN ('review', 'direct')),
  language       text NOT NULL CHECK (language IN ('it', 'en')),
  message        text,                                        -- of the desk, at the beginning of the letter
  expires_at     timestamptz NOT NULL,
  created_by     text NOT NULL,
  created_at     timestamptz NOT NULL DEFAULT now(),
  closed_at      timestamptz
);
CREATE TABLE survey (
  id             bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  campaign_id    bigint REFERENCES survey_campaign,           -- NULL for an interview
  company_id     bigint NOT NULL REFERENCES company ON DELETE CASCADE,
  way            text NOT NULL CHECK (way IN ('link', 'interview')),
  email          text,                                        -- NULL once nothing is to be sent any more
  state          text NOT NULL DEFAULT 'sent' CHECK (state IN ('sent', 'opened', 'begun', 'answered', 'confirmed', 'declined', 'revoked', 'erasure')),
  draft          jsonb NOT NULL DEFAULT '{}',                 -- values by attribute
  draft_version  integer NOT NULL DEFAULT 0,
  base_version   integer,                                     -- of the company, when the draft was begun
  stated_by      text,                                        -- who answered, in their own words
  proposal_id    bigint,                                      -- what came of the answer
  created_by     text NOT NULL,
  created_at     timestamptz NOT NULL DEFAULT now(),
  written_at     timestamptz NOT NULL DEFAULT now(),          -- the last letter
  reminders      integer NOT NULL DEFAULT 0,
  opened_at      timestamptz,
  begun_at       timestamptz,
  ended_at       timestamptz,
  CHECK ((way = 'link') = (campaign_id IS NOT NULL))
);
CREATE UNIQUE INDEX survey_once ON survey (campaign_id, company_id) WHERE campaign_id IS NOT NULL AND state <> 'revoked';
CREATE INDEX survey_company ON survey (company_id, id);
CREATE TABLE survey_mail (
  id              bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  survey_id       bigint NOT NULL REFERENCES survey ON DELETE CASCADE,
  kind            text NOT NULL CHECK (kind IN ('invitation', 'reminder')),
  attempts        integer NOT NULL DEFAULT 0,
  next_attempt_at timestamptz DEFAULT now(),                  -- NULL: sent, or given up
  sent_at         timestamptz,
  error           text
);
CREATE INDEX survey_mail_due ON survey_mail (next_attempt_at) WHERE next_attempt_at IS NOT NULL;
CREATE INDEX survey_mail_survey ON survey_mail (survey_id);

-- ---- duplicates ------------------------------------------------------------------------------------------------------

CREATE TABLE company_distinct (
  first_id  bigint NOT NULL REFERENCES company ON DELETE CASCADE,
  second_id bigint NOT NULL REFERENCES company ON DELETE CASCADE,
  stated_by text NOT NULL,
  stated_at timestamptz NOT NULL DEFAULT now(),
  note      text,
  PRIMARY KEY (first_id, second_id),
  CHECK (first_id < second_id)
);
CREATE TABLE company_merge (
  id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  kept_id    bigint NOT NULL REFERENCES company ON DELETE CASCADE,
  gone_id    bigint NOT NULL REFERENCES company ON DELETE CASCADE,
  former     jsonb NOT NULL,                                  -- of the kept one, what became different: as it was
  taken      jsonb NOT NULL,                                  -- and as it was made
  consents   text[] NOT NULL,                                 -- of the one that is gone, to be given back to it
  moved      jsonb NOT NULL DEFAULT '[]',                     -- rows of other tables that refer to the kept one since
  merged_by  text NOT NULL,
  merged_at  timestamptz NOT NULL DEFAULT now(),
  undone_by  text,
  undone_at  timestamptz
);
CREATE UNIQUE INDEX company_merge_gone ON company_merge (gone_id) WHERE undone_at IS NULL;
CREATE INDEX company_merge_kept ON company_merge (kept_id);

-- Lets every row that refers to one company refer to another, in whatever table it lies: tables that later migrations make are found by their
-- foreign keys. Answers what was moved, [{table, column, key}], so that it can be moved back. A row that the other company has already
-- (a second membership of one network) stays where it is.
CREATE FUNCTION move_company_references(from_id bigint, to_id bigint) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
  referrer record;
  key_row jsonb;
  moved jsonb := '[]';
BEGIN
  FOR referrer IN
    SELECT c.conrelid::regclass AS relation, a.attname AS referring,
           (SELECT array_agg(k.attname::text) FROM pg_index AS i JOIN pg_attribute AS k ON k.attrelid = i.indrelid AND k.attnum = ANY (i.indkey)
            WHERE i.indrelid = c.conrelid AND i.indisprimary) AS keys
    FROM pg_constraint AS c JOIN pg_attribute AS a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1]
    WHERE c.contype = 'f' AND c.confrelid = 'company'::regclass AND cardinality(c.conkey) = 1
      AND c.conrelid NOT IN ('company_merge'::regclass, 'company_distinct'::regclass)
    ORDER BY 1, 2
  LOOP
    CONTINUE WHEN referrer.keys IS NULL;
    FOR key_row IN EXECUTE format('SELECT to_jsonb(k) FROM (SELECT %s FROM %s WHERE %I = $1) AS k',
        (SELECT string_agg(quote_ident(k), ', ') FROM unnest(referrer.keys) AS k), referrer.relation, referrer.referring) USING from_id
    LOOP
      BEGIN
        EXECUTE format('UPDATE %s AS t SET %I = $1 FROM jsonb_populate_record(NULL::%s, $2) AS k WHERE %s', referrer.relation, referrer.referring, referrer.relation,
          (SELECT string_agg(format('t.%1$I = k.%1$I', k), ' AND ') FROM unnest(referrer.keys) AS k)) USING to_id, key_row;
        IF referrer.referring = ANY (referrer.keys) THEN
          key_row := key_row || jsonb_build_object(referrer.referring, to_id);
        END IF;
        moved := moved || jsonb_build_object('table', referrer.relation::text, 'column', referrer.referring, 'key', key_row);
      EXCEPTION WHEN unique_violation OR check_violation OR exclusion_violation THEN
        NULL;
      END;
    END LOOP;
  END LOOP;
  RETURN moved;
END $$;

-- The way back: rows that are still as they were left.
CREATE FUNCTION return_company_references(moved jsonb, from_id bigint, to_id bigint) RETURNS integer LANGUAGE plpgsql AS $$
DECLARE
  one record;
  rows_moved integer;
  all_moved integer := 0;
BEGIN
  FOR one IN SELECT to_regclass(entry ->> 'table') AS relation, entry ->> 'column' AS referring, entry -> 'key' AS key_row FROM jsonb_array_elements(moved) AS entry LOOP
    CONTINUE WHEN one.relation IS NULL;
    BEGIN
      EXECUTE format('UPDATE %s AS t SET %I = $1 FROM jsonb_populate_record(NULL::%s, $2) AS k WHERE t.%I = $3 AND %s', one.relation, one.referring, one.relation,
        one.referring, (SELECT string_agg(format('t.%1$I = k.%1$I', k), ' AND ') FROM jsonb_object_keys(one.key_row) AS k)) USING to_id, one.key_row, from_id;
      GET DIAGNOSTICS rows_moved = ROW_COUNT;
      all_moved := all_moved + rows_moved;
    EXCEPTION WHEN unique_violation OR check_violation OR exclusion_violation THEN
      NULL;
    END;
  END LOOP;
  RETURN all_moved;
END $$;

-- A company's name without what says its legal form, so that "Rossi S.r.l." and "ROSSI srl di Mario Rossi & C." begin alike.
CREATE FUNCTION company_name_form(name text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT btrim(regexp_replace(regexp_replace(
    regexp_replace(regexp_replace(translate(public.search_form(name), '.''’`', ''), '[^a-z0-9]+', ' ', 'g'), '\m(f lli|flli)\M', 'fratelli', 'g'),
    '\m(srls?|s r l s?|spa|s p a|snc|s n c|sas|s a s|scarl|scrl|scpa|ss|soc|societa|coop|cooperativa|cooperative|consortile|responsabilita|limitata|semplificata|azioni|nome|collettivo|accomandita|semplice|ditta|individuale|unipersonale|impresa|azienda|sb|benefit|per|in|a|di|e|c|sede|stabilimento|unita|locale)\M', ' ', 'g'),
    ' +', ' ', 'g'))
$$;
CREATE INDEX company_name_form ON company USING gin (company_name_form(name) gin_trgm_ops);
