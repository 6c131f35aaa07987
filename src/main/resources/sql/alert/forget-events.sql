-- A change that is older than what is still looked at needs no note that it was.
WITH noted AS (DELETE FROM saved_search_look WHERE at < now() - interval '9 days')
DELETE FROM saved_search_event WHERE at < now() - make_interval(days => :days)
