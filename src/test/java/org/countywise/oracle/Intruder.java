package org.countywise.oracle;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.Variable;

/**
 * Somebody who has the published rows and linear programming, and no part of Countywise: what
 * {@code intruder.sql} says is all that is known of how numbers hang together.
 */
public final class Intruder implements AutoCloseable {
  private static final double NOTHING = 1e-6;

  private final Connection connection;
  private final Map<Long, String> names = new TreeMap<>();
  private final Map<Long, BigDecimal> shown = new HashMap<>();
  private final Map<Long, Integer> least = new HashMap<>();
  private final Map<String, Map<Long, Double>> sums = new LinkedHashMap<>();
  private final List<long[]> rests = new ArrayList<>();
  private final Map<Long, Integer> groups = new HashMap<>();

  private Intruder(Connection connection) {
    this.connection = connection;
  }

  /**
   * Reads an export.
   *
   * @param export holds {@code indicator_value} and {@code dim_region} as Parquet
   */
  public static Intruder over(Path export) throws SQLException {
    Intruder intruder = new Intruder(DriverManager.getConnection("jdbc:duckdb:"));
    intruder.view("published", export.resolve("indicator_value/*.parquet"));
    intruder.view("dim_region", export.resolve("dim_region/*.parquet"));
    Script.run(intruder.connection, "intruder");
    intruder.read();
    intruder.group();
    return intruder;
  }

  private void view(String name, Path files) throws SQLException {
    Script.execute(connection, "create view " + name + " as from read_parquet('" + files + "')");
  }

  /** A number that must not be told. */
  public record Secret(long id, String name, long rest) {}

  /** What can be told of a number. */
  public record Told(String name, double least, double greatest) {}

  private interface Reader {
    void row(ResultSet row) throws SQLException;
  }

  private void query(String sql, Reader reader) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        reader.row(rows);
      }
    }
  }

  private void read() throws SQLException {
    query(
        "select id, concat_ws(' ', quantity, region_code, month, breakdown), shown, least from"
            + " number",
        row -> {
          names.put(row.getLong(1), row.getString(2).strip());
          least.put(row.getLong(1), row.getInt(4));
          if (row.getBigDecimal(3) != null) {
            shown.put(row.getLong(1), row.getBigDecimal(3));
          }
        });
    query(
        "select sum, id, coefficient from term order by sum, id",
        row ->
            sums.computeIfAbsent(row.getString(1), s -> new LinkedHashMap<>())
                .put(row.getLong(2), row.getDouble(3)));
    query(
        "select part, whole from rest union select part, whole from within order by part, whole",
        row -> rests.add(new long[] {row.getLong(1), row.getLong(2)}));
  }

  /** How many numbers stand somewhere and are shown nowhere. */
  public int hidden() {
    return names.size() - shown.size();
  }

  /** Unknown numbers of one group hang together. */
  private void group() {
    Map<Long, Long> parents = new HashMap<>();
    List<Set<Long>> together = new ArrayList<>();
    sums.values().forEach(sum -> together.add(new TreeSet<>(sum.keySet())));
    rests.forEach(rest -> together.add(new TreeSet<>(List.of(rest[0], rest[1]))));
    for (Set<Long> set : together) {
      set.removeAll(shown.keySet());
      Long first = set.stream().findFirst().orElse(null);
      set.forEach(id -> parents.put(root(parents, id), root(parents, first)));
    }
    Map<Long, Integer> numbers = new HashMap<>();
    for (Long id : names.keySet()) {
      if (!shown.containsKey(id)) {
        groups.put(id, numbers.computeIfAbsent(root(parents, id), r -> numbers.size()));
      }
    }
  }

  private static long root(Map<Long, Long> parents, long id) {
    long root = id;
    while (parents.getOrDefault(root, root) != root) {
      root = parents.get(root);
    }
    parents.put(id, root);
    return root;
  }

  /**
   * Numbers from 1 to below a limit, and what is left of a whole between 1 and below it.
   *
   * @param exact Parquet files of the exact rows
   */
  public List<Secret> secrets(Path exact, int limit) throws SQLException {
    view("exact", exact.resolve("*.parquet"));
    Script.execute(
        connection,
        """
        create or replace table truth as
        select n.id, max(case s.side when 'n' then e.numerator else e.denominator end) as value
        from exact e join stands s using (indicator)
        join number n on n.quantity = s.quantity and n.region_code = e.region_code
          and n.month = month_of(e.period, s.shift) and n.breakdown = e.breakdown
        group by n.id
        """);
    List<Secret> secrets = new ArrayList<>();
    query(
        "select id, 0 from truth join number using (id) where value > 0 and value < "
            + limit
            + " and quantity not in (from amount) and quantity <> 'migrant_growth'"
            + " union all select part, whole from rest join truth p on p.id = part"
            + " join truth w on w.id = whole where w.value - p.value > 0 and w.value - p.value < "
            + limit
            + " order by 1, 2",
        row -> secrets.add(secret(row.getLong(1), row.getLong(2))));
    return secrets;
  }

  private Secret secret(long id, long whole) {
    String of = whole == 0 ? "" : " of " + names.get(whole);
    return new Secret(id, names.get(id) + of, whole);
  }

  /** Hidden numbers that follow by taking one sum after the other. */
  public List<String> recovered() {
    Set<Long> known = new TreeSet<>(shown.keySet());
    List<String> recovered = new ArrayList<>();
    boolean found = true;
    while (found) {
      found = false;
      for (Map<Long, Double> sum : sums.values()) {
        List<Long> unknown = sum.keySet().stream().filter(id -> !known.contains(id)).toList();
        if (unknown.size() == 1) {
          found = known.add(unknown.get(0));
          recovered.add(names.get(unknown.get(0)));
        }
      }
    }
    return recovered;
  }

  /** The least and the greatest that a secret can be, by linear programming. */
  public Told tell(Secret secret) {
    return new Told(secret.name(), bound(secret, true), bound(secret, false));
  }

  private double bound(Secret secret, boolean least) {
    Set<Integer> here = new TreeSet<>();
    double constant = term(secret.id(), here) * (secret.rest() == 0 ? 1 : -1);
    constant += secret.rest() == 0 ? 0 : term(secret.rest(), here);
    if (here.isEmpty()) {
      return constant;
    }
    ExpressionsBasedModel model = new ExpressionsBasedModel();
    Map<Long, Variable> unknowns = new TreeMap<>();
    groups.forEach(
        (id, group) -> {
          if (here.contains(group)) {
            unknowns.put(id, model.newVariable(String.valueOf(id)));
          }
        });
    unknowns.forEach((id, unknown) -> lower(id, unknown));
    sums.forEach((name, sum) -> level(model, name, sum, unknowns));
    rests.forEach(rest -> above(model, rest, unknowns));
    weigh(unknowns, secret.id(), secret.rest() == 0 ? 1 : -1);
    weigh(unknowns, secret.rest(), 1);
    var result = least ? model.minimise() : model.maximise();
    if (result.getState() == Optimisation.State.UNBOUNDED) {
      return least ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
    }
    if (!result.getState().isOptimal()) {
      throw new IllegalStateException(result.getState() + " at " + secret.name());
    }
    return constant + result.getValue();
  }

  /** The number where it is shown; else its group joins. */
  private double term(long id, Set<Integer> here) {
    if (shown.containsKey(id)) {
      return shown.get(id).doubleValue();
    }
    here.add(groups.get(id));
    return 0;
  }

  private static void weigh(Map<Long, Variable> unknowns, long id, int weight) {
    if (unknowns.containsKey(id)) {
      unknowns.get(id).weight(weight);
    }
  }

  private void lower(long id, Variable unknown) {
    if (!names.get(id).startsWith("migrant_growth")) {
      unknown.lower(least.get(id));
    }
  }

  private void level(
      ExpressionsBasedModel model,
      String name,
      Map<Long, Double> sum,
      Map<Long, Variable> unknowns) {
    if (sum.keySet().stream().noneMatch(unknowns::containsKey)) {
      return;
    }
    Expression expression = model.newExpression(name);
    double level = 0;
    for (Map.Entry<Long, Double> term : sum.entrySet()) {
      if (unknowns.containsKey(term.getKey())) {
        expression.set(unknowns.get(term.getKey()), term.getValue());
      } else {
        level -= term.getValue() * shown.get(term.getKey()).doubleValue();
      }
    }
    expression.level(level);
  }

  private void above(ExpressionsBasedModel model, long[] rest, Map<Long, Variable> unknowns) {
    if (!unknowns.containsKey(rest[0]) && !unknowns.containsKey(rest[1])) {
      return;
    }
    Expression expression = model.newExpression("rest " + rest[0] + " " + rest[1]);
    double lower = 0;
    for (int i = 0; i < rest.length; i++) {
      int sign = i == 0 ? -1 : 1;
      if (unknowns.containsKey(rest[i])) {
        expression.set(unknowns.get(rest[i]), sign);
      } else {
        lower -= sign * shown.get(rest[i]).doubleValue();
      }
    }
    expression.lower(lower);
  }

  /** Whether what is told of a number is narrower than a width. */
  public static boolean narrower(Told told, double width) {
    return told.greatest() - told.least() < width - NOTHING * Math.max(1, Math.abs(width));
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
