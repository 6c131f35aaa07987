DELETE FROM ${relation} AS r USING ${match} AS m WHERE m."#row" IS NULL AND r.id = m.feature_id
