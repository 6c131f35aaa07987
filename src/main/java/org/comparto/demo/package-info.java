/** Demonstration data: hand-drawn seeds and a repeatable generator that fills an empty database at its first start. */
@NullMarked
package org.comparto.demo;

import org.jspecify.annotations.NullMarked;
