SELECT code, name, distributor, geom FROM substations_after(:${change}::bigint)
