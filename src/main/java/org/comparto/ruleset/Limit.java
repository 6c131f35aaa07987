package org.comparto.ruleset;

import org.comparto.layer.Localized;

/**
 * A condition that the rule sets and that ground alone can not answer: it is told with the result.
 *
 * @param id one word, the same wherever the same condition is meant
 */
public record Limit(String id, Localized text) {}
