package org.countywise.report;

import java.util.Comparator;

/**
 * Something wrong with a definition, found without data.
 *
 * @param message value, rule and remedy in one sentence; the place comes first when it is printed,
 *     in one line whatever it quotes
 */
public record Problem(Place place, String message) {
  /** The order in which problems are read: files by name, each from top to bottom. */
  public static final Comparator<Problem> BY_PLACE =
      Comparator.comparing(Problem::place, Comparator.comparing(Place::file))
          .thenComparing(problem -> problem.place().line());

  public Problem {
    message = message.strip().replaceAll("\\s*\\R\\s*", " ");
  }

  @Override
  public String toString() {
    return place + ": " + message;
  }
}
