/** How the installation is used, by month: counts without cookies, addresses or persons. Knows no other module but the database. */
@NullMarked
package org.comparto.usage;

import org.jspecify.annotations.NullMarked;
