SELECT count(*) FROM visit_campaign WHERE owner_name = :owner
