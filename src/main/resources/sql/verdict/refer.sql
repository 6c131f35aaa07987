UPDATE verdict SET kept_for = CASE WHEN :what = ANY (kept_for) THEN kept_for ELSE kept_for || :what::text END WHERE id = :id
