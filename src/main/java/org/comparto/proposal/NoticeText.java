package org.comparto.proposal;

import org.comparto.layer.Layer;
import org.comparto.layer.Layers;
import org.comparto.mail.Words;
import org.comparto.proposal.Notices.Notice;
import org.springframework.stereotype.Component;

/** Says in a language what somebody is told. */
@Component
class NoticeText {

  static final String MODULE = "proposal";

  private final Layers layers;

  NoticeText(Layers layers) {
    this.layers = layers;
  }

  /** One sentence. @param language it or en */
  String sentence(Notice notice, String language) {
    Words words = Words.in(MODULE, language);
    return words.say("notice." + notice.kind(), notice.who(), subject(notice, language, words));
  }

  /** What it is about, as {@code Change of “Lotto 7” (Plots), no. 12}. */
  private String subject(Notice notice, String language, Words words) {
    String layer = layers.findLayer(notice.layerId()).map(Layer::title).map(title -> language.equals("it") ? title.it() : title.en())
        .orElse(notice.layerId());
    String title = notice.title() == null ? words.say("untitled") : notice.title();
    return words.say("subject." + notice.proposalKind(), title, layer, String.valueOf(notice.proposalId()));
  }
}
