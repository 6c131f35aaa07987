-- Changes that nobody has compared with the saved searches yet, whenever they became visible. A young one waits for the access times of
-- its plots, which a search may ask for; where they do not come within minutes it is compared without them.
SELECT id, at FROM change
WHERE at > now() - interval '8 days' AND NOT EXISTS (SELECT FROM saved_search_look AS look WHERE look.change_id = change.id)
  AND NOT (at > now() - interval '10 minutes' AND EXISTS (SELECT FROM access_pass WHERE layer_id = 'plot')
           AND EXISTS (SELECT FROM plot WHERE plot.change_id = change.id
                       AND NOT EXISTS (SELECT FROM access_time AS t WHERE t.layer_id = 'plot' AND t.feature_id = plot.id)))
ORDER BY id
LIMIT 100
