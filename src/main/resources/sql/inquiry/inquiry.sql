SELECT id, ticket, version, received_at, state, assigned_to, answered_at, territories, language, organisation, contact_name, email, phone,
       activity, message, search, ateco_code, ateco_version, area_m2, power_kw, water_l_s, jobs, earliest, latest, offer_type, budget_eur,
       consent_version, consent_at, erased_at
FROM inquiry
WHERE id = :id AND (:territory::text IS NULL OR territories = '{}' OR :territory = ANY (territories))
