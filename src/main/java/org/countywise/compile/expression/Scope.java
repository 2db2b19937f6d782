package org.countywise.compile.expression;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.spark.sql.types.StructType;

/** What an expression sees at the place where it is written. */
public final class Scope {
  private final StructType row;
  private final Supplier<Map<String, Bounds>> bounds;
  private final List<String> conditions;

  private Scope(StructType row, Supplier<Map<String, Bounds>> bounds, List<String> conditions) {
    this.row = row;
    this.bounds = bounds;
    this.conditions = conditions;
  }

  /** The columns of a row by type, of which nobody asks what cannot be reckoned. */
  public static Scope of(StructType row) {
    return of(row, null);
  }

  /**
   * The columns of a row.
   *
   * @param row their types by name; references and joins are structs
   * @param bounds between which numbers they lie, {@code reference.column} as one name; asked for
   *     only where definitions are faultless
   */
  public static Scope of(StructType row, Supplier<Map<String, Bounds>> bounds) {
    return new Scope(row, bounds, List.of());
  }

  /**
   * The same of rows that fulfil one more condition.
   *
   * @param sql null for none
   */
  public Scope where(String sql) {
    return sql == null
        ? this
        : new Scope(row, bounds, Stream.concat(conditions.stream(), Stream.of(sql)).toList());
  }

  /** The type of an expression and everything wrong with it. */
  public Typing judge(String sql, Expressions.Wanted wanted) {
    return Expressions.judge(sql, row, wanted);
  }

  /** Between which numbers the values of a faultless expression lie; empty for what is none. */
  public Optional<Bounds> bounds(String sql) {
    return reach(sql, new Reach(bounds.get()));
  }

  /** Where a faultless expression cannot be reckoned for values that its columns allow. */
  public List<Diagnostic> failures(String sql) {
    if (bounds == null) {
      return List.of();
    }
    Reach reach = new Reach(bounds.get());
    reach(sql, reach);
    return reach.diagnostics();
  }

  private Optional<Bounds> reach(String sql, Reach reach) {
    Known known = Known.NOTHING;
    for (String condition : conditions) {
      known = known.when(Typing.resolved(Syntax.of(condition), row), reach.silently());
    }
    return reach.of(Typing.resolved(Syntax.of(sql), row), known);
  }
}
