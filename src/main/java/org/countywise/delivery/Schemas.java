package org.countywise.delivery;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.parquet.schema.LogicalTypeAnnotation.UnknownLogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;
import org.countywise.plan.Scan;
import org.countywise.report.Finding;
import org.countywise.report.FindingType;
import org.countywise.report.Visible;

/**
 * Proves files' columns against the declared ones.
 *
 * @param present names of the columns that at least one file has
 */
record Schemas(Scan scan, Set<String> present) {

  static Schemas of(Scan scan, Collection<Footer> footers) {
    Set<String> present = new HashSet<>();
    footers.stream()
        .map(Footer::schema)
        .filter(Objects::nonNull)
        .forEach(schema -> present.addAll(names(schema)));
    return new Schemas(scan, present);
  }

  private static List<String> names(MessageType schema) {
    return schema.getFields().stream().map(Type::getName).toList();
  }

  /** What is wrong with a file. */
  List<Finding> findings(Footer footer) {
    if (footer.trouble() != null) {
      return List.of(footer.trouble());
    }
    List<Finding> found = new ArrayList<>();
    for (Scan.Column column : scan.columns()) {
      trouble(column, footer).ifPresent(found::add);
      if (absent(column, footer) && forgivable(column, footer)) {
        found.add(
            footer
                .file()
                .about(FindingType.ABSENT_COLUMN)
                .with("column", Visible.quoted(column.given()))
                .build());
      }
    }
    undeclared(footer).ifPresent(found::add);
    return found;
  }

  /** How a file without blocking findings is read. */
  Layout layout(Footer footer) {
    return new Layout(
        scan.columns(), scan.columns().stream().map(column -> reading(column, footer)).toList());
  }

  private static Reading reading(Scan.Column column, Footer footer) {
    if (absent(column, footer)) {
      return Reading.plain(column.stored());
    }
    Type type = footer.schema().getType(column.given());
    return valueless(type)
        ? Reading.unknown(column.stored())
        : Reading.of(column.stored(), type).orElseThrow();
  }

  private Optional<Finding> trouble(Scan.Column column, Footer footer) {
    Mismatch mismatch = new Mismatch(column, footer.file().about(FindingType.SCHEMA));
    Optional<String> twin = twin(column, footer.schema());
    if (twin.isPresent() && !absent(column, footer)) {
      return twin.map(mismatch::twin);
    }
    if (absent(column, footer)) {
      return forgivable(column, footer)
          ? Optional.empty()
          : Optional.of(mismatch.absent(alike(column, footer.schema())));
    }
    Type type = footer.schema().getType(column.given());
    if (valueless(type)) {
      return column.optional() || footer.rows() == 0
          ? Optional.empty()
          : Optional.of(mismatch.valueless());
    }
    return Reading.of(column.stored(), type).isPresent()
        ? Optional.empty()
        : Optional.of(mismatch.type(type));
  }

  /** Spark does not tell upper from lower case. */
  private static Optional<String> twin(Scan.Column column, MessageType schema) {
    return names(schema).stream()
        .filter(name -> name.equalsIgnoreCase(column.given()) && !name.equals(column.given()))
        .findFirst();
  }

  private static boolean absent(Scan.Column column, Footer footer) {
    return !footer.schema().containsField(column.given());
  }

  /** An optional column may be absent where another file shows that its name is right. */
  private boolean forgivable(Scan.Column column, Footer footer) {
    return column.optional()
        && present.contains(column.given())
        && alike(column, footer.schema()).isEmpty();
  }

  /** Columns of the file whose names differ from the declared one by what is hardly seen. */
  private static Set<String> alike(Scan.Column column, MessageType schema) {
    return names(schema).stream()
        .filter(name -> Visible.without(name).equalsIgnoreCase(Visible.without(column.given())))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Writers that guess types from values give a column without any the type null. */
  private static boolean valueless(Type type) {
    return type.getLogicalTypeAnnotation() instanceof UnknownLogicalTypeAnnotation;
  }

  private Optional<Finding> undeclared(Footer footer) {
    Set<String> unknown = new TreeSet<>(names(footer.schema()));
    scan.columns().forEach(column -> unknown.remove(column.given()));
    return unknown.isEmpty()
        ? Optional.empty()
        : Optional.of(
            footer
                .file()
                .about(FindingType.UNKNOWN_COLUMN)
                .with("columns", String.join(", ", unknown))
                .build());
  }
}
