-- When two companies become one, whatever names a company follows, also where no foreign key holds it (decision 0050).

-- What each module did for a merge, by its name, so that it can be taken back.
ALTER TABLE company_merge ADD COLUMN followed jsonb NOT NULL DEFAULT '{}';

-- A visit that is over takes nobody's time any more, nor does a request that nobody has answered in time: two companies that have such ones can
-- still become one.
CREATE OR REPLACE FUNCTION hold_slot() RETURNS trigger LANGUAGE plpgsql AS $$
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

-- Invitations of one host become another's, each as long as that one is free then: answers those that are not, which stay where they are.
CREATE FUNCTION move_invitations(wanted bigint[], from_host bigint, to_host bigint) RETURNS bigint[] LANGUAGE plpgsql AS $$
DECLARE
  one bigint;
  left_behind bigint[] := '{}';
BEGIN
  FOR one IN SELECT id FROM invitation WHERE id = ANY (wanted) AND host_id = from_host ORDER BY state <> 'accepted', id LOOP
    BEGIN
      UPDATE invitation SET host_id = to_host WHERE id = one;
    EXCEPTION WHEN exclusion_violation THEN
      left_behind := left_behind || one;
    END;
  END LOOP;
  RETURN left_behind;
END $$;
