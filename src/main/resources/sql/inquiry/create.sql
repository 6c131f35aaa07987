-- A new inquiry under the next number; no row if this very request was accepted before.
WITH next AS (SELECT nextval('inquiry_number') AS number)
INSERT INTO inquiry (id, ticket, state, territories, language, organisation, contact_name, email, phone, activity, message, search,
  ateco_code, ateco_version, area_m2, power_kw, water_l_s, jobs, earliest, latest, offer_type, budget_eur,
  consent_version, idempotency_hash, request_hash)
SELECT number,
  to_char(now() AT TIME ZONE 'Europe/Rome', 'YYYY') || '-' || repeat('0', 6 - length(number::text)) || number,
  :state, string_to_array(:territories, ','), :language, :organisation, :contact_name, :email, :phone, :activity, :message, :search,
  :ateco_code, :ateco_version, :area_m2, :power_kw, :water_l_s, :jobs, :earliest, :latest, :offer_type, :budget_eur,
  :consent_version, :idempotency_hash, :request_hash
FROM next
ON CONFLICT (idempotency_hash) DO NOTHING
RETURNING id, ticket, received_at
