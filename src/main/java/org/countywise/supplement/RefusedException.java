package org.countywise.supplement;

import java.util.List;
import java.util.stream.Collectors;
import org.countywise.report.Problem;

/** A form that is not taken: every problem on a line of its own, in the order of the lines. */
public final class RefusedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  RefusedException(List<Problem> problems) {
    super(
        problems.stream()
            .sorted(Problem.BY_PLACE)
            .map(Problem::toString)
            .distinct()
            .collect(Collectors.joining("\n")));
  }
}
