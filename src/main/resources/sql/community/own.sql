SELECT count(*) FROM energy_community WHERE owner_name = :owner
