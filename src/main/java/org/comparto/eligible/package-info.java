/** Eligible areas: what the rule sets say of every piece of the territories, kept true to the last change, and what differs between two dates. */
@NullMarked
package org.comparto.eligible;

import org.jspecify.annotations.NullMarked;
