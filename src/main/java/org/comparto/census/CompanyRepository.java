package org.comparto.census;

import org.springframework.data.jpa.repository.JpaRepository;

/** Companies on the write side; what the public may read is plain SQL that knows each company's consent. */
interface CompanyRepository extends JpaRepository<Company, Long> {}
