package org.comparto.estate;

import org.springframework.data.jpa.repository.JpaRepository;

/** Plots on the write side; what the map and the lists read is plain SQL. */
interface PlotRepository extends JpaRepository<Plot, Long> {}
