/** What the rules of the law say about a piece of ground: assessed in PostGIS, answered as verdicts that can be reproduced. */
@NullMarked
package org.comparto.verdict;

import org.jspecify.annotations.NullMarked;
