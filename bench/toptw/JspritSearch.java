package org.comparto.orienteering;

import com.graphhopper.jsprit.core.algorithm.VehicleRoutingAlgorithm;
import com.graphhopper.jsprit.core.algorithm.box.Jsprit;
import com.graphhopper.jsprit.core.problem.Location;
import com.graphhopper.jsprit.core.problem.VehicleRoutingProblem;
import com.graphhopper.jsprit.core.problem.job.Job;
import com.graphhopper.jsprit.core.problem.job.Service;
import com.graphhopper.jsprit.core.problem.solution.SolutionCostCalculator;
import com.graphhopper.jsprit.core.problem.solution.VehicleRoutingProblemSolution;
import com.graphhopper.jsprit.core.problem.solution.route.VehicleRoute;
import com.graphhopper.jsprit.core.problem.solution.route.activity.TimeWindow;
import com.graphhopper.jsprit.core.problem.vehicle.VehicleImpl;
import com.graphhopper.jsprit.core.problem.vehicle.VehicleTypeImpl;
import com.graphhopper.jsprit.core.util.FastVehicleRoutingTransportCostsMatrix;
import com.graphhopper.jsprit.core.util.Solutions;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.BooleanSupplier;

/** The same instances given to jsprit: its usual search on one thread, with the lost scores as its objective and the more valuable stops as the more urgent jobs. */
final class JspritSearch {

  private static final int URGENCIES = 10;

  private JspritSearch() { }

  /** @param problem one of {@link ToptwFile}: all routes alike, one window for each stop */
  static List<int[]> solve(Problem problem, long seed, BooleanSupplier over) {
    VehicleRoutingProblem theirs = translate(problem);
    VehicleRoutingAlgorithm algorithm = Jsprit.Builder.newInstance(theirs).setRandom(new Random(seed)).setProperty(Jsprit.Parameter.THREADS, "1")
        .setObjectiveFunction(lostScores(problem)).buildAlgorithm();
    algorithm.setMaxIterations(Integer.MAX_VALUE);
    algorithm.setPrematureAlgorithmTermination(discovered -> over.getAsBoolean());
    VehicleRoutingProblemSolution best = Solutions.bestOf(algorithm.searchSolutions());
    List<int[]> routes = new ArrayList<>();
    for (VehicleRoute route : best.getRoutes()) {
      routes.add(route.getTourActivities().getActivities().stream().mapToInt(activity -> activity.getLocation().getIndex() - 1).toArray());
    }
    return routes;
  }

  private static VehicleRoutingProblem translate(Problem problem) {
    VehicleRoutingProblem.Builder builder = VehicleRoutingProblem.Builder.newInstance().setFleetSize(VehicleRoutingProblem.FleetSize.FINITE);
    VehicleTypeImpl type = VehicleTypeImpl.Builder.newInstance("group").build();
    for (int i = 0; i < problem.routes().size(); i++) {
      Route route = problem.routes().get(i);
      builder.addVehicle(VehicleImpl.Builder.newInstance("route " + i).setStartLocation(Location.newInstance(0)).setType(type)
          .setEarliestStart(route.earliest()).setLatestArrival(route.latest()).build());
    }
    int highest = Math.max(1, problem.stops().stream().mapToInt(Stop::score).max().orElse(1));
    for (int i = 0; i < problem.stops().size(); i++) {
      Stop stop = problem.stops().get(i);
      Window window = stop.windows().get(0).get(0);
      builder.addJob(Service.Builder.newInstance(String.valueOf(i)).setLocation(Location.newInstance(i + 1)).setServiceTime(stop.service()[0])
          .setTimeWindow(TimeWindow.newInstance(window.opens(), window.closes()))
          .setPriority(URGENCIES - (URGENCIES - 1) * stop.score() / highest).build());
    }
    int[][] travel = problem.travel().get(0);
    FastVehicleRoutingTransportCostsMatrix.Builder costs = FastVehicleRoutingTransportCostsMatrix.Builder.newInstance(travel.length, false);
    for (int from = 0; from < travel.length; from++) {
      for (int to = 0; to < travel.length; to++) {
        costs.addTransportTimeAndDistance(from, to, travel[from][to], travel[from][to]);
      }
    }
    return builder.setRoutingCost(costs.build()).build();
  }

  /** A lost score weighs more than any way; among the same scores the shorter ways win. */
  private static SolutionCostCalculator lostScores(Problem problem) {
    double longest = 1 + problem.routes().stream().mapToDouble(Route::latest).sum();
    return solution -> {
      double lost = 0;
      for (Job job : solution.getUnassignedJobs()) {
        lost += problem.stops().get(Integer.parseInt(job.getId())).score();
      }
      double way = 0;
      for (VehicleRoute route : solution.getRoutes()) {
        way += route.getEnd().getArrTime() - route.getStart().getEndTime();
      }
      return lost + way / longest;
    };
  }
}
