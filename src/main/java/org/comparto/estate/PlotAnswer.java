package org.comparto.estate;

import java.time.LocalDate;
import java.util.List;

/**
 * What a plot search answers.
 *
 * @param total plots found
 * @param items one page of them
 * @param permalink opens the same search, in the same order, on the page
 * @param filter the whole question as CQL2 text, freshness included: maps and exports given it show the same set
 * @param freshness which plots are hidden and which marked because nobody verified them lately
 * @param exports the same set in the same order as files
 */
record PlotAnswer(long total, List<PlotFacets.Answer> facets, List<PlotItem> items, String permalink, String filter,
    Fresh freshness, List<Export> exports) {

  /** Records that were verified before these days are hidden, or marked as old. */
  record Fresh(LocalDate hiddenBefore, LocalDate markedBefore) {}

  /** One file. */
  record Export(String format, String href) {}
}
