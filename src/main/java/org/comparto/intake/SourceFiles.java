package org.comparto.intake;

import java.nio.file.Path;
import org.springframework.stereotype.Component;

/** Files from strangers, read under limits in a private folder that is gone afterwards. */
@Component
class SourceFiles {

  /**
   * Says what a file is and what is in it.
   *
   * @param originalName as the sender called it; helps where the bytes leave the format open, and names the layers
   * @throws SourceRefusedException if it is not read
   */
  Inspection inspect(Path upload, String originalName, Limits limits) {
    try (WorkFolder work = WorkFolder.create()) {
      return new SourceReader(work, limits).read(upload, originalName).inspection();
    }
  }
}
