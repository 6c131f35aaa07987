package org.comparto.encoding;

import org.comparto.layer.Localized;

/**
 * A file about a layer that another module makes of it; as a Spring bean it is offered wherever the encodings are.
 *
 * @param path where it is asked for, below the application
 */
public record OfferedFile(String layer, Localized title, String path, String mediaType) {}
