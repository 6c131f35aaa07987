-- Whom a tour can stop at, and who has asked them: what companies and other places offer to visitors (decision 0046), and invitations, each of
-- which holds a stretch of a host's day.

-- ---- what a host says of visits ---------------------------------------------------------------------------------------

-- Days ("2026-12-24") and stretches of days, both included ("2026-12-24/2027-01-06"); nothing else.
CREATE FUNCTION are_days(days text[]) RETURNS boolean LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE
  one text;
  ends date[];
BEGIN
  FOREACH one IN ARRAY coalesce(days, '{}') LOOP
    IF one IS NULL OR one !~ '^\d{4}-\d{2}-\d{2}(/\d{4}-\d{2}-\d{2})?$' THEN
      RETURN false;
    END IF;
    ends := ARRAY(SELECT make_date(left(day, 4)::integer, substr(day, 6, 2)::integer, right(day, 2)::integer) FROM regexp_split_to_table(one, '/') AS day);
    IF ends[1] > ends[array_length(ends, 1)] THEN
      RETURN false;
    END IF;
  END LOOP;
  RETURN true;
EXCEPTION WHEN datetime_field_overflow THEN
  RETURN false;
END $$;

ALTER TABLE company
  ADD COLUMN visit_groups_at_once integer CHECK (visit_groups_at_once > 0),
  ADD COLUMN visit_minutes_min    integer CHECK (visit_minutes_min > 0),
  ADD COLUMN visit_minutes_max    integer CHECK (visit_minutes_max > 0),
  ADD COLUMN visit_setup_minutes  integer CHECK (visit_setup_minutes >= 0),
  ADD COLUMN visit_toilets        boolean,
  ADD COLUMN visit_lunch          boolean,
  ADD COLUMN visit_cost           numeric CHECK (visit_cost >= 0),
  ADD COLUMN visit_season         text,                        -- OpenStreetMap opening_hours notation, days of the year only
  ADD COLUMN visit_blackout       text[] CHECK (are_days(visit_blackout)),
  ADD COLUMN visit_gate           text,
  ADD COLUMN visit_parking_lon    numeric CHECK (visit_parking_lon BETWEEN -180 AND 180),
  ADD COLUMN visit_parking_lat    numeric CHECK (visit_parking_lat BETWEEN -90 AND 90);

-- Places that are no firm: museums, technology hubs, river ports, places to eat. They agree to be shown as companies do, since a place has people
-- who answer for it.
CREATE TABLE visit_place (
  LIKE feature_record INCLUDING ALL,
  consented_groups        text[] NOT NULL DEFAULT '{}' CHECK (consented_groups <@ ARRAY['identity', 'visit', 'contact']),
  place_kind              text CHECK (place_kind IN ('museum', 'technology_hub', 'river_port', 'lunch', 'viewpoint', 'other')),
  name_en                 text,
  description_it          text,
  description_en          text,
  website                 text,
  address                 text,
  production_chain        text,
  visitable               text CHECK (visitable IN ('never', 'by_appointment', 'open_days')),
  visit_groups            text[],
  visit_min_people        integer CHECK (visit_min_people > 0),
  visit_max_people        integer CHECK (visit_max_people > 0),
  visit_groups_at_once    integer CHECK (visit_groups_at_once > 0),
  visit_minutes           integer CHECK (visit_minutes > 0),
  visit_minutes_min       integer CHECK (visit_minutes_min > 0),
  visit_minutes_max       integer CHECK (visit_minutes_max > 0),
  visit_setup_minutes     integer CHECK (visit_setup_minutes >= 0),
  visit_languages         text[],
  visit_min_age           integer CHECK (visit_min_age >= 0),
  visit_wheelchair        boolean,
  visit_toilets           boolean,
  visit_lunch             boolean,
  visit_cost              numeric CHECK (visit_cost >= 0),
  visit_protective_gear   text,
  visit_lead_days         integer CHECK (visit_lead_days >= 0),
  visit_themes            text[],
  visit_hours             text,
  visit_season            text,
  visit_blackout          text[] CHECK (are_days(visit_blackout)),
  visit_gate              text,
  coach_parking           boolean,
  coach_max_height_m      numeric CHECK (coach_max_height_m > 0),
  coach_max_length_m      numeric CHECK (coach_max_length_m > 0),
  visit_parking_lon       numeric CHECK (visit_parking_lon BETWEEN -180 AND 180),
  visit_parking_lat       numeric CHECK (visit_parking_lat BETWEEN -90 AND 90),
  contact_person          text,
  phone                   text,
  email                   text,
  geom                    geometry(Point, 4326) NOT NULL,
  geom_3857               geometry(Point, 3857) GENERATED ALWAYS AS (ST_Transform(geom, 3857)) STORED,
  FOREIGN KEY (change_id) REFERENCES change (id)
);
SELECT complete_layer_table('visit_place');
SELECT record_history('visit_place', 'visit_place');
SELECT add_places('visit_place', 'publication_status = ''published'' AND ''identity'' = ANY (consented_groups)');

-- Hosts are few among companies, and looked for by place, by theme and in the order of their names. The condition is that of module host.
DO $$
DECLARE
  layer text;
  hosting text := 'WHERE publication_status = ''published'' AND ''identity'' = ANY (consented_groups) AND ''visit'' = ANY (consented_groups)
                   AND visitable IN (''by_appointment'', ''open_days'')';
BEGIN
  FOREACH layer IN ARRAY ARRAY['company', 'visit_place'] LOOP
    EXECUTE format('CREATE INDEX %1$s_host_place ON %1$I USING gist (geom) %2$s', layer, hosting);
    EXECUTE format('CREATE INDEX %1$s_host_name ON %1$I (name, id) %2$s', layer, hosting);
    EXECUTE format('CREATE INDEX %1$s_host_municipality ON %1$I (municipality_code) %2$s', layer, hosting);
    EXECUTE format('CREATE INDEX %1$s_host_themes ON %1$I USING gin (visit_themes) %2$s', layer, hosting);
    EXECUTE format('CREATE INDEX %1$s_host_hours ON %1$I (visit_hours, visit_season) %2$s', layer, hosting);
  END LOOP;
END $$;

-- ---- invitations ------------------------------------------------------------------------------------------------------

-- One host asked for one visit. Who asks and whom it is sent to stands in a few columns that are emptied when their time is over.
CREATE TABLE invitation (
  id              bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  host_id         bigint NOT NULL,                          -- no foreign key: features are retired, not removed
  host_layer      text NOT NULL,
  host_name       text NOT NULL,                            -- as it was when it was asked
  about           text NOT NULL CHECK (about ~ '^(tour|campaign):[1-9]\d{0,17}$'),
  state           text NOT NULL DEFAULT 'proposed' CHECK (state IN ('proposed', 'countered', 'accepted', 'declined', 'expired', 'withdrawn')),
  -- the visit on the table, on the clock of the place; of a countered one the time that the host has named
  visit_date      date NOT NULL,
  starts          integer NOT NULL CHECK (starts BETWEEN 0 AND 1439),   -- minutes after midnight
  ends            integer NOT NULL CHECK (ends > starts AND ends <= 1440),
  -- what was asked first; NULL unless another time was named since
  asked_date      date,
  asked_starts    integer,
  asked_ends      integer,
  people          integer NOT NULL CHECK (people > 0),
  party           jsonb NOT NULL DEFAULT '{}',              -- what the host needs to know of the group: level, age, languages, needs
  language        text NOT NULL CHECK (language IN ('it', 'en')),       -- in which the organiser is written to
  host_language   text NOT NULL CHECK (host_language IN ('it', 'en')),
  created_at      timestamptz NOT NULL DEFAULT now(),
  created_by      text,                                     -- username; NULL for somebody with the key of a tour
  expires_at      timestamptz NOT NULL,                     -- without an answer
  answered_at     timestamptz,
  answered_by     text,                                     -- host, or the username of who wrote down what the host said by telephone
  reason          text,                                     -- of a decline, a withdrawal or another time
  reminders       integer NOT NULL DEFAULT 0,
  written_at      timestamptz NOT NULL DEFAULT now(),       -- when the request or its last reminder was put into the queue
  -- people: NULL once erased
  host_email      text,
  organiser_name  text,
  organiser_email text,
  organiser_phone text,
  note            text,
  erased_at       timestamptz
);
CREATE INDEX invitation_slot ON invitation (host_id, visit_date) WHERE state IN ('proposed', 'countered', 'accepted');
CREATE INDEX invitation_about ON invitation (about, id);
CREATE INDEX invitation_open ON invitation (expires_at) WHERE state IN ('proposed', 'countered');
CREATE INDEX invitation_retention ON invitation (visit_date) WHERE erased_at IS NULL;

-- A stretch of a host's day is taken by who has it and by who has asked for it and can still be answered: no more groups at once than the host
-- receives, nor more people. A visit that is over takes nobody's time any more, nor does a request that nobody has answered in time. Two who ask in the
-- same moment wait for each other here, whoever they are.
CREATE FUNCTION hold_slot() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  groups_at_once integer;
  most_people integer;
  groups bigint;
  others bigint;
BEGIN
  IF NEW.state NOT IN ('proposed', 'countered', 'accepted') OR NEW.visit_date < (now() AT TIME ZONE 'Europe/Rome')::date
    OR NEW.state <> 'accepted' AND NEW.expires_at <= now() THEN
    RETURN NEW;
  END IF;
  PERFORM pg_advisory_xact_lock(hashtextextended('host-slot', NEW.host_id));
  SELECT visit_groups_at_once, visit_max_people INTO groups_at_once, most_people
  FROM (SELECT id, visit_groups_at_once, visit_max_people FROM company UNION ALL SELECT id, visit_groups_at_once, visit_max_people FROM visit_place) AS host
  WHERE id = NEW.host_id;
  -- the fullest moment of the stretch is one at which somebody begins
  WITH held AS (
    SELECT starts, ends, people FROM invitation
    WHERE host_id = NEW.host_id AND visit_date = NEW.visit_date AND id <> NEW.id AND starts < NEW.ends AND ends > NEW.starts
      AND (state = 'accepted' OR state IN ('proposed', 'countered') AND expires_at > now())
  )
  SELECT coalesce(max(number), 0), coalesce(max(people), 0) INTO groups, others
  FROM (SELECT count(*) AS number, sum(held.people) AS people
        FROM (SELECT NEW.starts AS moment UNION SELECT starts FROM held WHERE starts > NEW.starts) AS moments
        JOIN held ON held.starts <= moment AND moment < held.ends GROUP BY moment) AS filled;
  IF groups >= coalesce(groups_at_once, 1) OR groups > 0 AND others + NEW.people > most_people THEN
    RAISE EXCEPTION 'host % is taken on % from minute % to %', NEW.host_id, NEW.visit_date, NEW.starts, NEW.ends
      USING ERRCODE = 'exclusion_violation', CONSTRAINT = 'invitation_slot';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER hold_slot BEFORE INSERT OR UPDATE OF host_id, state, visit_date, starts, ends, people ON invitation
  FOR EACH ROW EXECUTE FUNCTION hold_slot();

-- Mail to be sent: which mail of what. It is written when it is sent, so that what is erased can not be sent.
CREATE TABLE invitation_mail (
  id              bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  invitation_id   bigint NOT NULL REFERENCES invitation ON DELETE CASCADE,
  kind            text NOT NULL CHECK (kind IN ('request', 'reminder', 'withdrawal', 'settled', 'reply', 'expiry')),
  attempts        integer NOT NULL DEFAULT 0,
  next_attempt_at timestamptz DEFAULT now(),                -- NULL: sent, or given up
  sent_at         timestamptz,
  error           text
);
CREATE INDEX invitation_mail_due ON invitation_mail (next_attempt_at) WHERE next_attempt_at IS NOT NULL;
CREATE INDEX invitation_mail_invitation ON invitation_mail (invitation_id, id);
