/** Finds or starts PostGIS and hands out how to connect to it; the migrations are run by Flyway. */
@NullMarked
package org.comparto.database;

import org.jspecify.annotations.NullMarked;
