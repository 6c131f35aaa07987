-- How a company belongs to a network, as one value.
SELECT jsonb_build_object('role', role, 'joined_on', joined_on, 'left_on', left_on)::text FROM company_network_member WHERE network_id = :network AND company_id = :company
