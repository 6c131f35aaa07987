package org.comparto.duplicate;

/**
 * Told within the transaction in which two companies become one, for modules that keep companies without a foreign key; rows with one are
 * moved by themselves.
 *
 * @param undone whether what was one is two again
 */
public record CompaniesMerged(long kept, long gone, boolean undone) {}
