package org.countywise.claim;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** A published table of a few rows. */
final class FakePublished implements Published {
  private static final String TOTAL = "";
  private final Map<At, Figure> rows = new HashMap<>();

  /** A count. */
  FakePublished count(String indicator, String region, String period, String count) {
    return row(
        new At(indicator, TOTAL, region, period),
        new Figure(BigDecimal.ONE, new BigDecimal(count), null, true, "A"));
  }

  /** A percentage. */
  FakePublished rate(String indicator, String region, String period, String... parts) {
    return row(
        new At(indicator, TOTAL, region, period),
        new Figure(
            BigDecimal.valueOf(100),
            new BigDecimal(parts[0]),
            new BigDecimal(parts[1]),
            true,
            "A"));
  }

  /** Any row. */
  FakePublished row(At at, Figure figure) {
    rows.put(at, figure);
    return this;
  }

  @Override
  public Optional<Figure> find(At cell) {
    return Optional.ofNullable(rows.get(cell));
  }

  @Override
  public Collection<String> indicators() {
    return rows.keySet().stream().map(At::indicator).toList();
  }

  @Override
  public Collection<String> regions() {
    return rows.keySet().stream().map(At::region).toList();
  }

  @Override
  public Collection<String> periods() {
    return rows.keySet().stream().map(At::period).toList();
  }

  @Override
  public List<String> populations() {
    return new TreeSet<>(regions())
        .stream().filter(code -> code.equals("CN") || code.startsWith("group:")).toList();
  }
}
