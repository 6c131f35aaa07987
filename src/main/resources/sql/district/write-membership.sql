-- A membership as membership.sql has read it.
INSERT INTO company_network_member (network_id, company_id, role, joined_on, left_on)
SELECT :network, :company, role, joined_on, left_on FROM jsonb_to_record(CAST(:member AS jsonb)) AS member (role text, joined_on date, left_on date)
ON CONFLICT (network_id, company_id) DO UPDATE SET role = excluded.role, joined_on = excluded.joined_on, left_on = excluded.left_on
