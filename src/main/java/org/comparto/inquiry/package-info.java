/** What investors ask the desk: the form, its protection against spam, receipts, mail, and the inbox in which the desk answers. */
@NullMarked
package org.comparto.inquiry;

import org.jspecify.annotations.NullMarked;
