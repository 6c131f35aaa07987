SELECT count(*) - count(DISTINCT hashtextextended(concat_ws(E'\n', ${key}), 0)) FROM ${target} AS t WHERE ${column} IS NOT NULL
