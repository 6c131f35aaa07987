/** Whom a tour can stop at: companies and other places that receive visitors and have agreed that everybody may know, and when they are open. */
@NullMarked
package org.comparto.host;

import org.jspecify.annotations.NullMarked;
