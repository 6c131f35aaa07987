/** What the server itself says to people: texts of the pages in both languages, and values of attributes in words. */
@NullMarked
package org.comparto.text;

import org.jspecify.annotations.NullMarked;
