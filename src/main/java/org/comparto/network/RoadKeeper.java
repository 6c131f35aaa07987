package org.comparto.network;

import jakarta.annotation.PostConstruct;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Keeps the newest graph in use: reads it before the first request, puts a new one in its place, and keeps the former on disk beside it.
 * Where several instances share a folder, each sees within a minute what another imported.
 */
@Component
class RoadKeeper {

  private static final Logger log = LoggerFactory.getLogger(RoadKeeper.class);
  private static final int KEPT = 2;

  private final Roads roads;
  private final RoadFolder folder;
  private final RoadGraphRows rows;
  private final RoadProperties properties;
  /** Of another version of the program, or broken; said once. */
  private String unreadable = "";

  RoadKeeper(Roads roads, RoadFolder folder, RoadGraphRows rows, RoadProperties properties) {
    this.roads = roads;
    this.folder = folder;
    this.rows = rows;
    this.properties = properties;
  }

  @PostConstruct
  void start() throws IOException {
    folder.enter();
    folder.keep(rows.all().stream().map(RoadGraphRow::version).collect(Collectors.toSet()));
    here().stream().findFirst().flatMap(this::open).ifPresent(roads::begin);
    if (roads.isEmpty() && !rows.all().isEmpty()) {
      log.warn("No road graph is kept in {}: load the extract again with ./comparto load roads.", folder.path(""));
    }
  }

  /** After the start and beside it; who asks before waits for what they ask. */
  @EventListener(ApplicationReadyEvent.class)
  void prepare() {
    roads.current().ifPresent(graph -> {
      Thread preparing = new Thread(graph::prepare, "road-preparation");
      preparing.setDaemon(true);
      preparing.start();
    });
  }

  /** A graph that is complete takes its name and answers from now on; the former keeps its folder, older ones lose theirs. */
  synchronized void swap(Path built, RoadGraphRow graph) throws IOException {
    folder.complete(built, graph.version());
    try {
      RoadGraph opened = opened(graph);
      opened.prepare();
      rows.insert(graph);
      roads.use(opened);
    } catch (RuntimeException e) {
      RoadFolder.delete(folder.path(graph.version()));
      throw e;
    }
    folder.keep(here().stream().limit(KEPT).map(RoadGraphRow::version).collect(Collectors.toSet()));
    log.info("Roads of {} are in use: {} roads, version {}.", graph.fileName(), graph.roads(), graph.version());
  }

  /** What another instance imported. */
  @Scheduled(fixedDelayString = "PT1M", initialDelayString = "PT1M")
  synchronized void look() {
    String present = roads.current().map(RoadGraph::version).orElse("");
    here().stream().findFirst().filter(newest -> !newest.version().equals(present) && !newest.version().equals(unreadable)).flatMap(this::open)
        .ifPresent(roads::use);
  }

  /** The imports whose graphs are kept here, the newest first. */
  List<RoadGraphRow> here() {
    return rows.all().stream().filter(graph -> folder.has(graph.version())).toList();
  }

  private Optional<RoadGraph> open(RoadGraphRow graph) {
    try {
      return Optional.of(opened(graph));
    } catch (RuntimeException e) {
      unreadable = graph.version();
      log.warn("The road graph {} can not be read ({}): load the extract again with ./comparto load roads.", graph.version(), e.getMessage());
      return Optional.empty();
    }
  }

  private RoadGraph opened(RoadGraphRow graph) {
    return new RoadGraph(graph, RoadStore.open(folder.path(graph.version()), properties.mapped()), List.of(), properties.snap());
  }
}
