/** What leaves a tour: roadbook and sheets on paper, files for devices, calendars and tables, and the page that goes along offline. */
@NullMarked
package org.comparto.roadbook;

import org.jspecify.annotations.NullMarked;
