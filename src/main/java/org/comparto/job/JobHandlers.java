package org.comparto.job;

import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The kinds of jobs that this instance can do. Asked for late, because handlers may submit jobs themselves. */
@Component
class JobHandlers {

  private final ObjectProvider<JobHandler<?>> beans;

  JobHandlers(ObjectProvider<JobHandler<?>> beans) {
    this.beans = beans;
  }

  /** By kind; two handlers of one kind are a programming error that stops the start. */
  Map<String, JobHandler<?>> all() {
    return beans.stream().collect(Collectors.toMap(JobHandler::kind, Function.identity()));
  }

  /** @throws IllegalArgumentException if nobody here can do such jobs */
  JobHandler<?> get(String kind) {
    return beans.stream().filter(handler -> handler.kind().equals(kind)).findFirst()
        .orElseThrow(() -> new IllegalArgumentException("there are no jobs of the kind " + kind));
  }
}
