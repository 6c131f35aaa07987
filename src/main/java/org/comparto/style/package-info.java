/** A layer's symbols in the languages of other programs: QML of QGIS and SLD of OGC. */
@NullMarked
package org.comparto.style;

import org.jspecify.annotations.NullMarked;
