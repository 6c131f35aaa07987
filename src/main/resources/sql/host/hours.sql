-- How the hosts of one layer tell their hours and seasons.
SELECT DISTINCT visit_hours AS hours, visit_season AS season FROM ${relation} WHERE ${hosting} AND visit_hours IS NOT NULL
