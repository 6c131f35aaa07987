import { createEnergyServer } from '../api/energy.js'
import { ENERGY_VIEWS, openEnergyView } from '../state/energy.js'
import { faces, tabbedPlace } from '../panels/tabs.js'
import { createArea } from './area.js'
import { createRulesets } from './rulesets.js'
import { createTexts } from './texts.js'

/**
 * The place Energy: where plants may be built and under which law, beside the map. A tab gets what every page has (store, catalogue, server, session, overlay,
 * mapView …), its `root`, its `signal`, and `energy`: {api, texts, rulesets, area, showMap, showPanel}.
 */
export const energyPage = (parts) => tabbedPlace(parts, {
  name: 'energy',
  tabs: Object.fromEntries(ENERGY_VIEWS.map((view) => [view, () => import(`./${view}/${view}.js`)])),
  viewOf: (state) => state.energy.view,
  open: openEnergyView,
  given: () => ({ energy: { api: createEnergyServer(parts.session), texts: createTexts(parts.catalogue), rulesets: createRulesets(parts.session), area: createArea(), ...faces(parts.store) } }),
})
