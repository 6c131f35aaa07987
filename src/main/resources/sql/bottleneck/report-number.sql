-- The number of the next report, and its ticket: to be spoken; it opens nothing.
SELECT number AS id, 'S-' || to_char(now() AT TIME ZONE 'Europe/Rome', 'YYYY') || '-' || repeat('0', greatest(0, 6 - length(number::text))) || number AS ticket
FROM (SELECT nextval('bottleneck_report_number') AS number) AS next
