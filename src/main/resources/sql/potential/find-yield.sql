SELECT answer::text AS answer, fetched_at FROM pvgis_answer
WHERE url = :url AND query = :query AND fetched_at > now() - make_interval(secs => :seconds)
