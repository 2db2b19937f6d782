package org.countywise.claim;

import java.util.Comparator;
import java.util.List;
import org.countywise.definition.Claims;

/**
 * What is said to a statement.
 *
 * @param id its name
 * @param parts one for its number and one for its comparison, as far as it has them
 */
public record Answer(String id, Claims.Statement statement, List<Part> parts) {

  /** Which part of a statement. */
  public enum Subject {
    VALUE,
    COMPARISON
  }

  /**
   * The answer to a part.
   *
   * @param right the number as it should be stated, and what is missing where it is not known
   * @param base the month a comparison is stated against and the number there; null for a value
   * @param held where the statement does hold; null where nothing was found or it is right
   */
  public record Part(
      Subject subject, ClaimRating rating, Stated stated, Found right, Base base, Held held) {}

  /** A month and the number that a comparison is made with. */
  public record Base(Basis basis, Found number) {}

  /**
   * What a statement is true of, though it says something else.
   *
   * @param what names it
   * @param value the number there
   * @param base the number it is compared with; null where nothing is compared
   */
  public record Held(String what, Ratio value, Ratio base) {}

  /** The gravest rating of its parts. */
  public ClaimRating rating() {
    return parts.stream().map(Part::rating).max(Comparator.naturalOrder()).orElseThrow();
  }
}
