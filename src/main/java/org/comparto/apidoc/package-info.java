/** The OpenAPI document of what lies below /api, put together from one file per part (src/main/resources/api). */
@NullMarked
package org.comparto.apidoc;

import org.jspecify.annotations.NullMarked;
