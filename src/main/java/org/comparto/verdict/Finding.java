package org.comparto.verdict;

import java.util.List;
import org.comparto.layer.Localized;
import org.comparto.ruleset.Cite;
import org.comparto.ruleset.Effect;
import org.comparto.ruleset.Limit;
import org.comparto.ruleset.Ruleset;
import org.comparto.ruleset.Source;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * What one rule says of an area.
 *
 * @param m2 of the ground on which it acts: that it covers, or forbids
 * @param setAsideM2 of the ground on which it would act, had not a rule of a higher priority decided there
 * @param unknownM2 of the ground on which it may act, for want of layers
 * @param missingLayers those that are wanting, sorted
 * @param lonLat the ground on which it acts; null for none, and for a cap, which is told and not computed
 * @param sized what the rule reads only from a size on
 */
public record Finding(String ruleset, int version, Ruleset.Status status, String rule, Effect effect, Localized title, Outcome outcome, double m2,
    double setAsideM2, double unknownM2, List<String> missingLayers, @Nullable Geometry lonLat, Cite cite, List<Limit> limits, int priority,
    List<Source> sized) {}
