/** GDAL's programs as bounded subprocesses, and the private folders they work in. */
@NullMarked
package org.comparto.gdal;

import org.jspecify.annotations.NullMarked;
