-- The groups of attributes that a feature's subject lets everybody see.
SELECT unnest(${consents}) FROM ${relation} WHERE id = :id
