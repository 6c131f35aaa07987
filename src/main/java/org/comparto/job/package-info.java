/** Long work in the background: a queue in the database, progress, cancelling, and a clean end whatever happens to an instance. */
@NullMarked
package org.comparto.job;

import org.jspecify.annotations.NullMarked;
