/** Who acts, how they prove it, and what they may do: accounts, sessions, tokens, and the one table of rules. Knows no layer. */
@NullMarked
package org.comparto.account;

import org.jspecify.annotations.NullMarked;
