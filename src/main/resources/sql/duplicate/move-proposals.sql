-- What is proposed of the company that is gone is proposed of the one that is kept, as it is now.
UPDATE proposal SET feature_id = :keep, base_version = :version
WHERE layer_id = 'company' AND feature_id = :gone AND kind = 'change' AND state IN ('draft', 'submitted', 'approved', 'sent_back')
