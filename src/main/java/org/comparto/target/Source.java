package org.comparto.target;

import java.util.List;
import org.comparto.layer.Localized;

/**
 * Where a figure comes from, in words.
 *
 * @param figure computed, marked, approved, built, farmland or utilised
 */
record Source(String figure, Localized text) {

  static final List<Source> ALL = List.of(
      new Source("computed", new Localized(
          "Aree idonee calcolate oggi dagli insiemi di regole (strato «Aree idonee calcolate»), moltiplicate per la quota utilizzabile e la densità della scheda Potenziale. "
              + "Le tecnologie possono contendersi lo stesso suolo: i valori calcolati non si sommano. "
              + "Per coperture e pensiline è il suolo su cui sarebbero ammesse, non la superficie dei tetti: un limite superiore.",
          "Suitable areas as computed today from the rule sets (layer “Eligible areas (computed)”), multiplied by usable share and density as in the tab Potential. "
              + "Technologies may compete for the same ground: computed figures are not added up. "
              + "For roofs and canopies it is the ground where they would be allowed and not the area of roofs: an upper bound.")),
      new Source("marked", new Localized(
          "Aree proposte dallo sportello e non ancora approvate (strato «Aree per l'energia»); per chi può proporre anche le proposte inviate.",
          "Areas proposed by the desk and not approved yet (layer “Energy areas”); for whoever may propose also proposals that were submitted.")),
      new Source("approved", new Localized("Aree pubblicate e marcate, non ancora realizzate (strato «Aree per l'energia»).",
          "Areas published and marked, not built yet (layer “Energy areas”).")),
      new Source("built", new Localized("Aree pubblicate con impianto realizzato (strato «Aree per l'energia»).", "Areas published as built (layer “Energy areas”).")),
      new Source("farmland", new Localized("Zone E dei piani urbanistici (DM 1444/1968) e quota coperta da fotovoltaico a terra.",
          "Zones E of the municipal plans (DM 1444/1968) and the share that ground-mounted PV takes.")),
      new Source("utilised", new Localized("Superficie agricola utilizzata (SAU): la cifra che lo sportello ha scritto con la sua fonte; la quota è quella delle zone E coperta da fotovoltaico a terra, divisa per essa.",
          "Utilised agricultural area (SAU): the figure that the desk wrote down with its source; the share is what ground-mounted PV takes of zones E, divided by it.")));
}
