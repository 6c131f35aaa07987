INSERT INTO tour_calendar_stop (tour_id, key, name, begins, ends) VALUES (:tour, :key, :name, :begins, :ends)
ON CONFLICT (tour_id, key) DO UPDATE SET name = EXCLUDED.name, begins = EXCLUDED.begins, ends = EXCLUDED.ends
WHERE (tour_calendar_stop.name, tour_calendar_stop.begins, tour_calendar_stop.ends) IS DISTINCT FROM (EXCLUDED.name, EXCLUDED.begins, EXCLUDED.ends)
