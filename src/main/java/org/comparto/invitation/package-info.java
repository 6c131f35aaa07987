/** Invitations to hosts: asked by whoever plans a visit, answered by a signed link, so that nobody is booked twice. */
@NullMarked
package org.comparto.invitation;

import org.jspecify.annotations.NullMarked;
