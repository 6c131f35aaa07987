package org.comparto.access;

/**
 * How far all instances together have come with a layer.
 *
 * @param basis see {@link Basis#text()}
 * @param snaps see {@link Basis#snaps()}; empty while features of one layer may be placed after several of them
 * @param doneTo all features up to this id are done
 * @param passedOver but these, which somebody was writing
 * @param lookedAt the layer's revision up to which no feature waits
 */
record Pass(String basis, String snaps, long doneTo, Long[] passedOver, boolean finished, long lookedAt) {}
