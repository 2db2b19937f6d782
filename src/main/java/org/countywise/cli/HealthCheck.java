package org.countywise.cli;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;
import java.util.Map;
import org.countywise.report.TextTemplate;

/**
 * How one thing is that a run needs.
 *
 * @param said how it is
 * @param remedy what to do; empty where it is well
 */
public record HealthCheck(String subject, State state, String said, String remedy) {

  /** How bad it is. */
  public enum State {
    @JsonProperty("ok")
    OK,
    @JsonProperty("warning")
    WARNING,
    @JsonProperty("error")
    ERROR;

    /** As it is shown. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** An error where something is so, else well. */
    static State errorIf(boolean so) {
      return so ? ERROR : OK;
    }

    /** A warning where something is so, else well. */
    static State warningIf(boolean so) {
      return so ? WARNING : OK;
    }
  }

  /** What the text of a subject says of some facts. */
  static HealthCheck of(String subject, State state, Map<String, ?> facts) {
    TextTemplate words = TextTemplate.of("doctor");
    return new HealthCheck(
        subject,
        state,
        words.part(subject, facts),
        state == State.OK ? "" : words.part(subject + "Remedy", facts));
  }
}
