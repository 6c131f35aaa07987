package org.comparto.problem;

import static org.springframework.http.HttpStatus.BAD_REQUEST;
import static org.springframework.http.HttpStatus.INTERNAL_SERVER_ERROR;
import static org.springframework.http.HttpStatus.NOT_FOUND;
import static org.springframework.http.HttpStatus.SERVICE_UNAVAILABLE;
import static org.springframework.http.HttpStatus.UNAUTHORIZED;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.sql.SQLException;
import java.util.UUID;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.dao.UncategorizedDataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.util.DisconnectedClientHelper;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import tools.jackson.core.JacksonException;

/** The one place where failures become answers: the caller's mistakes as 4xx without a stack trace, ours as 500 logged once. */
@RestControllerAdvice
class ProblemAdvice extends ResponseEntityExceptionHandler {

  private static final Logger log = LoggerFactory.getLogger(ProblemAdvice.class);

  @ExceptionHandler
  ResponseEntity<ProblemDetail> invalidInput(InvalidInputException e) {
    return answer(BAD_REQUEST, "invalid-parameter", e.getMessage(), e.parameter());
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> notFound(NotFoundException e) {
    return answer(NOT_FOUND, "not-found", e.getMessage(), e.parameter());
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> refused(RefusedException e) {
    HttpHeaders headers = new HttpHeaders();
    if (e.status() == UNAUTHORIZED) {
      headers.set(HttpHeaders.WWW_AUTHENTICATE, "Bearer"); // a 401 has to name a way; for this one browsers ask nobody
    }
    if (e.retryAfter() != null) {
      headers.set(HttpHeaders.RETRY_AFTER, String.valueOf(e.retryAfter().toSeconds()));
    }
    ResponseEntity<ProblemDetail> answer = answer(e.status(), e.type(), e.getMessage(), e.parameter());
    e.members().forEach(answer.getBody()::setProperty);
    headers.addAll(answer.getHeaders());
    return new ResponseEntity<>(answer.getBody(), headers, answer.getStatusCode());
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> undecodable(InvalidParameterException e) {
    return answer(BAD_REQUEST, "invalid-parameter", "A query parameter is not correctly percent-encoded.", "query");
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> tooSlow(QueryTimeoutException e) {
    return answer(SERVICE_UNAVAILABLE, "timeout", "The answer took too long; ask for a smaller area or fewer features.", null);
  }

  /** No connection was free in time: as if there had been no place to read. */
  @ExceptionHandler({CannotGetJdbcConnectionException.class, CannotCreateTransactionException.class})
  ResponseEntity<ProblemDetail> noConnection(RuntimeException e) {
    log.warn("No database connection: {}", e.getMessage());
    return ResponseEntity.status(SERVICE_UNAVAILABLE).contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .header(HttpHeaders.RETRY_AFTER, "5")
        .body(Problems.of(SERVICE_UNAVAILABLE, "busy", "The database has no time at this moment; ask again in a few seconds.", null));
  }

  /** The database went away in the middle; it is started again. Of a writer nobody knows here how far it came. */
  @ExceptionHandler({DataAccessResourceFailureException.class, TransactionSystemException.class, UncategorizedDataAccessException.class})
  ResponseEntity<ProblemDetail> interrupted(RuntimeException e, HttpServletResponse response) throws Exception {
    if (!(NestedExceptionUtils.getMostSpecificCause(e) instanceof IOException) && !isBrokenOff(e)) {
      return ours(e, response);
    }
    log.warn("The database broke off: {}", e.getMessage());
    return ResponseEntity.status(SERVICE_UNAVAILABLE).contentType(MediaType.APPLICATION_PROBLEM_JSON).header(HttpHeaders.RETRY_AFTER, "10")
        .body(Problems.of(SERVICE_UNAVAILABLE, "interrupted",
            "The database broke off. If you were writing, read again what there is before you repeat it.", null));
  }

  /** SQLSTATE 08: the connection is gone; 57P01 to 57P03: the server shuts down, crashed or does not answer yet. */
  private static boolean isBrokenOff(RuntimeException e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql && sql.getSQLState() != null && sql.getSQLState().matches("08.*|57P0[123]")) {
        return true;
      }
    }
    return false;
  }

  /**
   * What is not the caller's mistake. An answer that was half sent already is broken off by letting the failure rise to the
   * container: the receiver must not take it for a whole one.
   */
  @ExceptionHandler
  ResponseEntity<ProblemDetail> ours(Exception e, HttpServletResponse response) throws Exception {
    if (DisconnectedClientHelper.isClientDisconnectedException(e) || NestedExceptionUtils.getMostSpecificCause(e) instanceof SlowReceiverException) {
      throw e; // nobody is left to tell, and nothing is wrong
    }
    String reference = UUID.randomUUID().toString();
    log.error("Request failed, reference {}", reference, e);
    if (response.isCommitted()) {
      throw e;
    }
    response.reset();
    return answer(INTERNAL_SERVER_ERROR, "internal", "Something failed on our side; name the reference " + reference
        + " when you report it.", null);
  }

  @Override
  protected @Nullable ResponseEntity<Object> handleTypeMismatch(TypeMismatchException e, HttpHeaders headers, HttpStatusCode status,
      WebRequest request) {
    String parameter = e instanceof MethodArgumentTypeMismatchException m ? m.getName() : e.getPropertyName();
    String kind = e.getRequiredType() == null ? "value" : kindOf(e.getRequiredType());
    return plain(answer(BAD_REQUEST, "invalid-parameter", parameter + " must be " + kind, parameter));
  }

  @Override
  protected @Nullable ResponseEntity<Object> handleMissingServletRequestParameter(MissingServletRequestParameterException e,
      HttpHeaders headers, HttpStatusCode status, WebRequest request) {
    return plain(answer(BAD_REQUEST, "invalid-parameter", e.getParameterName() + " is required", e.getParameterName()));
  }

  @Override
  protected @Nullable ResponseEntity<Object> handleNoResourceFoundException(NoResourceFoundException e, HttpHeaders headers,
      HttpStatusCode status, WebRequest request) {
    return plain(answer(NOT_FOUND, "not-found", "There is nothing at /" + e.getResourcePath(), "path"));
  }

  @Override
  protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(HttpMessageNotReadableException e, HttpHeaders headers,
      HttpStatusCode status, WebRequest request) {
    InvalidInputException mistake = e.getCause() instanceof JacksonException json ? UnreadableJson.explain(json)
        : new InvalidInputException("body", "A JSON object is expected in the body.");
    return plain(invalidInput(mistake));
  }

  /** What Spring MVC itself refuses (method, media type, body …) keeps its status and reason. */
  @Override
  protected @Nullable ResponseEntity<Object> handleExceptionInternal(Exception e, @Nullable Object body, HttpHeaders headers,
      HttpStatusCode status, WebRequest request) {
    String detail = body instanceof ProblemDetail problem && problem.getDetail() != null ? problem.getDetail() : "The request can not be read.";
    return plain(answer(HttpStatus.valueOf(status.value()), "bad-request", detail, null));
  }

  private static String kindOf(Class<?> type) {
    return type == int.class || type == Integer.class || type == long.class || type == Long.class ? "an integer"
        : type == double.class || type == Double.class ? "a number" : "a valid " + type.getSimpleName();
  }

  private static ResponseEntity<ProblemDetail> answer(HttpStatus status, String type, String detail, @Nullable String parameter) {
    return ResponseEntity.status(status).contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(Problems.of(status, type, detail, parameter));
  }

  private static ResponseEntity<Object> plain(ResponseEntity<ProblemDetail> answer) {
    return ResponseEntity.status(answer.getStatusCode()).headers(answer.getHeaders()).body(answer.getBody());
  }
}
