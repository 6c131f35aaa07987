-- When two companies become one, whatever names a company follows, also where no foreign key holds it (decision 0050).

-- What each module did for a merge, by its name, so that it can be taken back.
ALTER TABLE company_merge ADD COLUMN followed jsonb NOT NULL DEFAULT '{}';

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
