(:territory::text IS NULL OR territories = '{}' OR :territory = ANY (territories))
