package org.comparto.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.union.UnaryUnionOp;

class PlotSubdivisionTest {

  private static final Polygon OUTLINE = LocalFrame.ring(List.of(new Coordinate(-400, -240), new Coordinate(60, -275),
      new Coordinate(345, -262), new Coordinate(425, -40), new Coordinate(372, 232), new Coordinate(-120, 285),
          new Coordinate(-395, 150)),
      LocalFrame.METRES);

  @ParameterizedTest
  @ValueSource(strings = {"a", "b", "c", "d", "e", "f", "g", "h"})
  void plotsFillTheBlocksInsideTheZoneWithoutOverlap(String seed) {
    Draw draw = Draw.of(seed);
    List<Polygon> blocks = ZoneLayout.blocks(OUTLINE, 1, draw);
    List<Polygon> plots = PlotSubdivision.plots(blocks, 1, 1500, draw);
    assertThat(plots).hasSizeGreaterThan(20).allSatisfy(plot -> {
      assertThat(plot.isValid()).isTrue();
      assertThat(plot.getArea()).isBetween(1500.0, 40_000.0);
      assertThat(OUTLINE.contains(plot)).isTrue();
    });
    double sum = plots.stream().mapToDouble(Polygon::getArea).sum();
    assertThat(UnaryUnionOp.union(plots).getArea()).isCloseTo(sum, within(0.5));
    assertThat(sum / OUTLINE.getArea()).isGreaterThan(0.75);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "b", "c", "d"})
  void streetsBetweenBlocksAreAtLeastEightMetresWide(String seed) {
    List<Polygon> blocks = ZoneLayout.blocks(OUTLINE, 1, Draw.of(seed));
    assertThat(blocks).hasSizeGreaterThan(4);
    for (int i = 0; i < blocks.size(); i++) {
      for (int j = 0; j < i; j++) {
        assertThat(blocks.get(i).distance(blocks.get(j))).isGreaterThanOrEqualTo(7.9);
      }
    }
  }

  @Test
  void neighboursShareCornersSoThatRoundingToDegreesOpensNoSliver() {
    LocalFrame frame = new LocalFrame(10.02, 45.13, 33);
    Draw draw = Draw.of("rounding");
    List<Geometry> plots = PlotSubdivision.plots(ZoneLayout.blocks(OUTLINE, 1, draw), 1, 1500, draw).stream()
        .map(frame::toDegrees).toList();
    for (int i = 0; i < plots.size(); i++) {
      for (int j = 0; j < i; j++) {
        assertThat(plots.get(i).getEnvelopeInternal().intersects(plots.get(j).getEnvelopeInternal())
            && plots.get(i).relate(plots.get(j), "T********")).isFalse();
      }
    }
  }

  @Test
  void aSmallPieceJoinsItsNeighbour() {
    Polygon block = LocalFrame.ring(List.of(new Coordinate(0, 0), new Coordinate(300, 0), new Coordinate(300, 60),
        new Coordinate(0, 60)),
        LocalFrame.METRES);
    List<Polygon> plots = PlotSubdivision.plots(List.of(block), 1, 2500, Draw.of("small"));
    assertThat(plots).allSatisfy(plot -> assertThat(plot.getArea()).isGreaterThanOrEqualTo(2500));
    assertThat(plots.stream().mapToDouble(Polygon::getArea).sum()).isCloseTo(18_000, within(0.1));
  }
}
