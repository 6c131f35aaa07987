/** Mail as every part of the application sends it: letters without markup of strangers, a server that may be missing, and patience. */
@NullMarked
package org.comparto.mail;

import org.jspecify.annotations.NullMarked;
