-- Whether features that are published refer to one.
SELECT EXISTS (
  SELECT FROM ${other} AS other JOIN ${relation} AS referred ON other.${reference} = referred.${key}
  WHERE referred.id = :id AND other.publication_status = 'published')
