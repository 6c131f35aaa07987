package org.comparto.district;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.comparto.layer.Localized;

/**
 * What a network of firms is. Contract networks are those of DL 5/2009 art. 3 (c. 4-ter: without, and with legal personality); the citation is to be confirmed, as are
 * the other kinds, which no source of ours defines.
 */
enum NetworkKind {
  CONTRACT(new Localized("Rete d'imprese (rete-contratto)", "Network of firms by contract (rete-contratto)")),
  CONTRACT_ENTITY(new Localized("Rete d'imprese con soggettività giuridica (rete-soggetto)", "Network of firms with legal personality (rete-soggetto)")),
  CHAIN(new Localized("Filiera", "Production chain")),
  CLUSTER(new Localized("Cluster", "Cluster")),
  AREA_BRAND(new Localized("Marchio d'area", "Area brand")),
  CONSORTIUM(new Localized("Consorzio", "Consortium")),
  OTHER(new Localized("Altra forma", "Other form"));

  final Localized title;

  NetworkKind(Localized title) {
    this.title = title;
  }

  String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<NetworkKind> find(String id) {
    return Arrays.stream(values()).filter(kind -> kind.id().equals(id)).findFirst();
  }
}
