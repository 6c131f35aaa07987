package org.comparto.network;

import com.graphhopper.routing.InstructionsFromEdges;
import com.graphhopper.util.EdgeIterator;
import com.graphhopper.util.EdgeIteratorState;
import com.graphhopper.util.Instruction;
import com.graphhopper.util.InstructionList;
import com.graphhopper.util.PointList;
import com.graphhopper.util.Translation;
import com.graphhopper.util.TranslationMap;
import com.graphhopper.util.ViaInstruction;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.comparto.path.Travel;
import org.comparto.path.Way;

/** What to do at which corner, in GraphHopper's words; times and lengths are ours, which know where a way begins and ends on an edge. */
final class Directions {

  /**
   * One thing to do.
   *
   * @param seconds until the next one
   * @param street empty if it has no name
   * @param sign as GraphHopper numbers turns: −3 to 3 from sharp left to sharp right, 0 straight on, 4 the end, 5 a stop, 6 a roundabout,
   *     ±7 keep, ±8 turn round, 9 a ferry
   * @param interval the corners of the whole route that it covers, first and last
   */
  record Step(String text, double seconds, double metres, String street, int sign, int[] interval) {}

  private static final TranslationMap WORDS = new TranslationMap().doImport();

  private Directions() {}

  /**
   * @param offset how many corners of the route come before this course
   * @param stop the number of the stop at its end, from 1 on; 0 if the route ends there
   */
  static List<Step> of(RoadQuestion asked, Way way, Course course, int offset, int stop, String language) {
    Translation words = WORDS.getWithFallBack(Locale.forLanguageTag(language));
    InstructionList list = new InstructionList(words);
    int[] instructionOf = instructions(asked, way, list);
    List<Step> steps = new ArrayList<>();
    for (int begin = 0, end; begin < way.arcs().length; begin = end) {
      end = begin + 1;
      while (end < way.arcs().length && instructionOf[end] == instructionOf[begin]) {
        end++;
      }
      Instruction instruction = list.get(Math.min(instructionOf[begin], list.size() - 1));
      steps.add(step(asked.travel(), way, course, offset, begin, end, instruction, words));
    }
    Instruction last = stop == 0 ? list.get(list.size() - 1) : via(stop);
    int corner = offset + course.begins()[way.arcs().length];
    steps.add(new Step(sentence(last, words), 0, 0, "", last.getSign(), new int[] {corner, corner}));
    return steps;
  }

  /** By arc, the instruction that leads over it. */
  private static int[] instructions(RoadQuestion asked, Way way, InstructionList list) {
    RoadStore store = asked.graph().store();
    InstructionsFromEdges visitor = new InstructionsFromEdges(store.graph, store.weighting(asked.profile()), store.values, list);
    int[] instructionOf = new int[way.arcs().length];
    int before = EdgeIterator.NO_EDGE;
    for (int i = 0; i < way.arcs().length; i++) {
      EdgeIteratorState edge = store.graph.getEdgeIteratorStateForKey(way.arcs()[i]);
      visitor.next(edge, i, before);
      instructionOf[i] = list.size() - 1;
      before = edge.getEdge();
    }
    visitor.finish();
    return instructionOf;
  }

  private static Step step(Travel travel, Way way, Course course, int offset, int begin, int end, Instruction instruction, Translation words) {
    long millis = 0;
    double metres = 0;
    for (int i = begin; i < end; i++) {
      double from = i == 0 ? way.fromFraction() : 0;
      double to = i == way.arcs().length - 1 ? way.toFraction() : 1;
      millis += travel.millis(way.arcs()[i], from, to);
      metres += (to - from) * travel.network().metres(way.arcs()[i]);
    }
    return new Step(sentence(instruction, words), Figures.seconds(millis), Figures.metres(metres), instruction.getName(),
        instruction.getSign(), new int[] {offset + course.begins()[begin], offset + course.begins()[end]});
  }

  private static String sentence(Instruction instruction, Translation words) {
    String text = instruction.getTurnDescription(words);
    return text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
  }

  private static Instruction via(int stop) {
    ViaInstruction via = new ViaInstruction("", PointList.EMPTY);
    via.setViaCount(stop);
    return via;
  }
}
