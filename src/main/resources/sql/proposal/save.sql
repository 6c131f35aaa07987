-- New content, by somebody who is a writer from now on; the state may go back with it.
UPDATE proposal
SET version = version + 1, properties = CAST(:properties AS jsonb), geom = CAST(:shape AS geometry), note = :note, title = :title,
    territory_code = :territory, municipality_code = :municipality, base_version = :base, state = :state, updated_at = now(), updated_by = :who,
    writers = CASE WHEN NOT :writes OR :who = ANY (writers) THEN writers ELSE writers || CAST(:who AS text) END
WHERE id = :id
