/** What a caller may do wrong, and the RFC 9457 answers; every module may use it, it uses none. */
@NullMarked
package org.comparto.problem;

import org.jspecify.annotations.NullMarked;
