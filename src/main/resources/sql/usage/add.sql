INSERT INTO usage_count AS u (month, kind, plot_id, attribute, count) VALUES (:month, :kind, :plot, :attribute, :count)
ON CONFLICT (month, kind, plot_id, attribute) DO UPDATE SET count = u.count + excluded.count
