package org.comparto.alert;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.comparto.alert.Events.Event;
import org.comparto.layer.Attribute;
import org.comparto.layer.Layer;
import org.comparto.mail.Words;
import org.jspecify.annotations.Nullable;

/** Says in one language what happened to a plot; mails and feeds say the same. */
record EventText(Words words, Layer plot) {

  String plotName(Event event) {
    if (event.code() == null) {
      return words.say("plot.gone", String.valueOf(event.plotId()));
    }
    String name = event.name() == null ? event.code() : event.name();
    return event.demonstration() ? words.say("plot.demonstration", name) : name;
  }

  /** One sentence, as many parts as there is to say. */
  String said(Event event) {
    List<String> parts = new ArrayList<>();
    for (String kind : List.of("new", "price", "status", "changed")) {
      if (event.kinds().contains(kind)) {
        parts.add(switch (kind) {
          case "price" -> words.say("event.price", price(event.priceBefore()), price(event.priceAfter()));
          case "status" -> event.statusAfter() == null && !event.meets() ? words.say("event.gone")
              : words.say("event.status", status(event.statusBefore()), status(event.statusAfter()));
          default -> words.say("event." + kind);
        });
      }
    }
    if (!event.meets() && event.code() != null) {
      parts.add(words.say("event.left"));
    }
    return parts.stream().collect(Collectors.joining("; "));
  }

  private String price(@Nullable BigDecimal price) {
    return price == null ? words.say("notKnown") : NumberFormat.getInstance(words.locale()).format(price) + " €/m²";
  }

  private String status(@Nullable String status) {
    String codes = plot.findAttribute("status").map(Attribute::codes).orElse("");
    return plot.codes().getOrDefault(codes, List.of()).stream().filter(code -> code.value().equals(status)).findFirst()
        .map(code -> code.title().in(words.locale().getLanguage())).orElse(status == null ? words.say("notKnown") : status);
  }
}
