-- How many companies of a territory were written, or ended, after a change.
SELECT (SELECT count(*) FROM company WHERE territory_code = :territory AND change_id > :change)
     + (SELECT count(DISTINCT feature_id) FROM feature_history WHERE layer_id = 'company' AND deleted AND ended_by > :change AND attributes ->> 'territory_code' = :territory)
