/** Tours: which hosts a group visits, in what order, when and by which road; what was left out and why; tours that people keep and share. */
@NullMarked
package org.comparto.tour;

import org.jspecify.annotations.NullMarked;
