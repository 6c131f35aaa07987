-- As many ids as there are row numbers, drawn from the sequence like any other; without a gap if nobody else drew one meanwhile.
SELECT min(id) AS first, max(id) AS last
FROM (SELECT nextval('feature_id_seq') AS id FROM generate_series(1, (SELECT max(row_number) FROM ${staging}))) AS drawn
