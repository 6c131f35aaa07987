/** What there is to show: layer descriptors, code lists, who may see which attribute, revisions and figures. */
@NullMarked
package org.comparto.layer;

import org.jspecify.annotations.NullMarked;
