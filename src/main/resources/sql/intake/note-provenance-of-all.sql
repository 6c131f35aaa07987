-- Of a new layer whose ids were numbered like its rows.
INSERT INTO load_record (feature_id, load_id, row_number, records)
SELECT "#id", :load, "#row", (SELECT max(row_number) FROM ${staging}) - "#row" + 1 FROM ${target} AS t ORDER BY "#row" LIMIT 1
