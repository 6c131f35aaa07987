INSERT INTO tour_personal (tour_id, note, participants, erase_after) VALUES (:id, :note::text, :participants::jsonb, :eraseAfter)
ON CONFLICT (tour_id) DO UPDATE SET note = excluded.note, participants = excluded.participants, erase_after = excluded.erase_after
