-- The last change by a moment; 0 before the first.
SELECT coalesce(max(id), 0) FROM change WHERE at <= :at
