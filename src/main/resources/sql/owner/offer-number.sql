-- The number of the next offer, and its ticket: to be spoken; it opens nothing.
SELECT number AS id, 'O-' || to_char(now() AT TIME ZONE 'Europe/Rome', 'YYYY') || '-' || repeat('0', greatest(0, 6 - length(number::text))) || number AS ticket
FROM (SELECT nextval('plot_offer_number') AS number) AS next
