package org.countywise.compile.rule;

import java.util.Optional;
import org.countywise.compile.expression.DeclaredType;
import org.countywise.compile.expression.Diagnostic;
import org.countywise.definition.Dataset;

/** Columns that other files name. */
final class Columns {
  private Columns() {}

  /** What is wrong with naming a column of a dataset where one of a certain type is needed. */
  static Optional<Diagnostic> flaw(Dataset dataset, String name, String type) {
    Dataset.Column column = dataset.columns().get(name);
    if (column == null) {
      return Optional.of(
          Diagnostic.unknown("column", name, dataset.columns().keySet()).of(dataset.dataset()));
    }
    if (column.unreadable() == Dataset.Unreadable.UNKNOWN) {
      return Optional.of(
          new Diagnostic(
              dataset.dataset() + "." + name + " may be unreadable and so unknown",
              "it is needed of every row: leave 'unreadable' out there"));
    }
    return DeclaredType.of(column.type()).equals(DeclaredType.of(type))
        ? Optional.empty()
        : Optional.of(
            new Diagnostic(
                dataset.dataset() + "." + name + " is " + column.type(),
                "a column of type " + type + " is needed here"));
  }
}
