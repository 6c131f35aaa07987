/** What is known of one plot as of a moment, put together for its page and its fact sheet: fields, derived quantities, constraints, surroundings, history. */
@NullMarked
package org.comparto.facts;

import org.jspecify.annotations.NullMarked;
