package org.comparto.filter;

/**
 * What a filter may ask about: an attribute, the id or the geometry.
 *
 * @param sql the expression of its public value; NULL where it is not known or consent is missing
 */
record Queryable(String name, Type type, String sql) {}
