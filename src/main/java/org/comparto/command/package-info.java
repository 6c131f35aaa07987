/** The command line's verbs that talk to the running application over HTTP; started by the launcher, knows no other module but what sources there are. */
@NullMarked
package org.comparto.command;

import org.jspecify.annotations.NullMarked;
