DELETE FROM job WHERE finished_at < now() - interval '30 days'
