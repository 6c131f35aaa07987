/** The law as data: rule sets with their versions, when and where each is in force, and who put it in force. */
@NullMarked
package org.comparto.ruleset;

import org.jspecify.annotations.NullMarked;
