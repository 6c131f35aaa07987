package org.comparto.ogc;

import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Pages of another module that are about no feature of a layer; the sitemap names them. There are few of them. */
public interface FurtherPages {

  /** All that anybody may see at the moment. */
  List<Page> all();

  /** @param path below the application @param changed null where nobody knows */
  record Page(String path, @Nullable OffsetDateTime changed) {}
}
