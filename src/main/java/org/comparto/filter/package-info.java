/** Filters of features: the language CQL2, in words and in JSON, held against a layer's queryables and turned into SQL with bound values. */
@NullMarked
package org.comparto.filter;

import org.jspecify.annotations.NullMarked;
