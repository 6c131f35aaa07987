-- The inbox, newest first; ":territory" is the only one that the reader may see, ":in_territory" the one that is asked for.
SELECT id, ticket, version, received_at, state, assigned_to, answered_at, territories, language, organisation, contact_name, email, phone,
       activity, message, search, ateco_code, ateco_version, area_m2, power_kw, water_l_s, jobs, earliest, latest, offer_type, budget_eur,
       consent_version, consent_at, erased_at
FROM inquiry
WHERE ${visible} AND ${chosen} AND (:before::bigint IS NULL OR id < :before)
ORDER BY id DESC
LIMIT :limit
