/** What is proposed for publication: drafts, review by somebody else, publication; nothing published changes before. */
@NullMarked
package org.comparto.proposal;

import org.jspecify.annotations.NullMarked;
