package org.countywise.claim;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Published figures, wherever they are kept. */
public interface Published {

  /** One cell of the published table; an empty breakdown is the total. */
  record At(String indicator, String breakdown, String region, String period) {}

  /**
   * A published row.
   *
   * @param factor what numerator by denominator is multiplied with
   * @param numerator null where it is not known
   * @param denominator null for plain counts, and where it is not known
   * @param valued whether the row has a value
   * @param status code of the row
   */
  record Figure(
      BigDecimal factor,
      BigDecimal numerator,
      BigDecimal denominator,
      boolean valued,
      String status) {}

  /** The row of a cell. */
  Optional<Figure> find(At cell);

  /** Ids of all published indicators. */
  Collection<String> indicators();

  /** Codes of all published regions. */
  Collection<String> regions();

  /** All published months. */
  Collection<String> periods();

  /** The nation and the groups: regions that a statement may have meant instead of its own. */
  List<String> populations();
}
