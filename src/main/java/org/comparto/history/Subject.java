package org.comparto.history;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The feature whose history is asked for, as it stands.
 *
 * @param version its last one
 * @param status published, retired or draft; deleted if its row is gone
 * @param there whether there is a row
 * @param isPublic whether anybody may read it
 * @param territory null if it lies in none
 * @param consents the groups of attributes consented to at present; empty where the layer asks for none
 */
record Subject(int version, String status, boolean there, boolean isPublic, @Nullable String territory, List<String> consents) {

  /** The ETag of its history: another one as soon as it has another version, or none any more. */
  String tag() {
    return there ? "\"" + version + "\"" : "\"" + version + "-deleted\"";
  }
}
