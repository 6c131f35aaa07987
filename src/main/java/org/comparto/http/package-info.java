/** What belongs to HTTP and to no module: headers, static files, strict parameters, the settings of the page. Nobody imports it. */
@NullMarked
package org.comparto.http;

import org.jspecify.annotations.NullMarked;
