/** Who may do what. Until people can log in, everybody may read what is public and nobody may write. */
@NullMarked
package org.comparto.account;

import org.jspecify.annotations.NullMarked;
