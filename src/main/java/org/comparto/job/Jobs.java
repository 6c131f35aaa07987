package org.comparto.job;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The door to the queue: submit work that takes long, see how far it is, cancel it. Whose jobs one may see is the caller's to ask. */
@Component
public class Jobs {

  private final JobRows rows;
  private final JobQueue queue;
  private final JobHandlers handlers;
  private final JsonMapper json;

  Jobs(JobRows rows, JobQueue queue, JobHandlers handlers, JsonMapper json) {
    this.rows = rows;
    this.queue = queue;
    this.handlers = handlers;
    this.json = json;
  }

  /**
   * Within the caller's transaction if there is one: the job begins after it is committed, or never was.
   *
   * @param kind as a {@link JobHandler} names it
   * @param parameters what the handler takes, or JSON of the same shape
   * @param author account name of whoever asks for it; the handler gets it as {@link JobProgress#author()}
   * @return the job's id
   * @throws IllegalArgumentException if there is no such kind, or the parameters are not its own
   */
  @Transactional
  public long submit(String kind, Object parameters, String author) {
    JobHandler<?> handler = handlers.get(kind);
    JsonNode stored = json.valueToTree(parameters);
    try {
      json.treeToValue(stored, handler.parameters()); // what can not be read again is refused now, not when the job begins
    } catch (JacksonException e) {
      throw new IllegalArgumentException("these are no parameters of the kind " + kind, e);
    }
    long id = rows.submit(kind, stored, author);
    queue.add(kind, id);
    return id;
  }

  public Optional<Job> find(long id) {
    return rows.find(id);
  }

  /** A waiting job ends at once, a running one at its next {@link JobProgress#checkCancelled()}. False if it had ended, or there is none. */
  public boolean cancel(long id) {
    return rows.cancel(id);
  }
}
