package org.comparto.intake;

import java.util.List;

/**
 * What a file is, before anything of it is stored.
 *
 * @param format the name of a {@link SourceFormat}
 * @param warnings what was done or doubted while reading, each "code: sentence"
 */
record Inspection(String format, List<SourceLayer> layers, List<String> warnings) {}
