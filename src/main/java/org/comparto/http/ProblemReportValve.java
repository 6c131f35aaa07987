package org.comparto.http;

import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;

/** Answers what Tomcat refuses before any of our code sees it (an address that is none) as a problem instead of an HTML page. */
public class ProblemReportValve extends ErrorReportValve {

  @Override
  protected void report(Request request, Response response, Throwable throwable) {
    int status = response.getStatus();
    if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
      return;
    }
    try {
      response.setContentType("application/problem+json");
      response.setCharacterEncoding("UTF-8");
      response.getReporter().write("{\"type\":\"urn:comparto:problem:bad-request\",\"title\":\"Bad Request\",\"status\":" + status
          + ",\"detail\":\"The address holds characters or encodings that are not accepted.\",\"parameter\":\"path\"}");
      response.finishResponse();
    } catch (IOException | IllegalStateException e) {
      // the client has gone, or the answer is under way already: nothing is left to say
    }
  }
}
