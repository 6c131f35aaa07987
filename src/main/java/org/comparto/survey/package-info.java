/** Surveys of companies: asked by the desk, answered by a link without an account or in an interview, taken in with the consent they give. */
@NullMarked
package org.comparto.survey;

import org.jspecify.annotations.NullMarked;
