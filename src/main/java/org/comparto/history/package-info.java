/** What was done, to be read and taken back: former versions of features, what differs between them, restoring them; and the audit log. */
@NullMarked
package org.comparto.history;

import org.jspecify.annotations.NullMarked;
