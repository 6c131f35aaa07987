/** Theme routes: tours that the desk publishes with text and pictures for those who visit a territory by themselves. */
@NullMarked
package org.comparto.theme;

import org.jspecify.annotations.NullMarked;
