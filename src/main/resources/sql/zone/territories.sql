SELECT zone.territory_code AS code, coalesce(max(territory.name), zone.territory_code) AS name, count(*) AS zones
FROM (SELECT territory_code FROM ${relation} WHERE ${public}) AS zone LEFT JOIN territory ON territory.code = zone.territory_code
GROUP BY zone.territory_code
ORDER BY 2
