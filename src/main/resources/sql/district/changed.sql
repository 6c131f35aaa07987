-- How many companies of a territory were written, or ended, after the changes that were looked at: as many at most can differ in what is counted.
WITH since AS (SELECT greatest(:change, (SELECT looked_at FROM census_counted WHERE territory_code = :territory)) AS change)
SELECT (SELECT count(*) FROM company WHERE territory_code = :territory AND change_id > (SELECT change FROM since))
     + (SELECT count(DISTINCT feature_id) FROM feature_history WHERE layer_id = 'company' AND deleted AND ended_by > (SELECT change FROM since)
          AND attributes ->> 'territory_code' = :territory)
