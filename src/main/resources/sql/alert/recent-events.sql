-- Events of a search, the newest first, with what is public of their plots now; of a plot that no longer is, only its number.
SELECT event.id, event.at, plot_id, kinds, meets, price_before, price_after, status_before, status_after,
       plot.code, plot.name, plot.demonstration
FROM saved_search_event AS event
LEFT JOIN (SELECT id, code, name, demonstration FROM ${relation} WHERE ${public}) AS plot ON plot.id = plot_id
WHERE search_id = :search AND (:mail::bigint IS NULL OR mail_id = :mail)
ORDER BY event.id DESC
LIMIT :limit
