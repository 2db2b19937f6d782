package org.countywise.compile.rule;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.countywise.compile.expression.DeclaredType;
import org.countywise.compile.expression.Diagnostic;
import org.countywise.compile.resolve.DefinitionIndex;
import org.countywise.compile.resolve.DefinitionIndex.Kind;
import org.countywise.compile.resolve.DefinitionPath;
import org.countywise.definition.Dataset;
import org.countywise.definition.Family;
import org.countywise.definition.Regions;

/**
 * The rows of an example could be rows of a delivery.
 *
 * <p>Rows of an example are of known datasets and columns, their texts are values of the column's
 * type and closed list, their region and the identifiers they point with are given; changes of
 * regions come with the roster.
 */
final class ExampleRows implements Rule {
  private static final String PERIOD = "period";

  @Override
  public void check(DefinitionIndex definitionIndex, Problems problems) {
    Check check = new Check(definitionIndex, problems);
    for (Family family : definitionIndex.families().values()) {
      DefinitionPath.family(family.family()).each("examples", family.examples(), check::example);
    }
  }

  private record Check(DefinitionIndex definitionIndex, Problems problems) {

    void example(DefinitionPath definitionPath, Family.Example example) {
      period(definitionPath.at(PERIOD), example.period());
      example
          .given()
          .forEach((dataset, rows) -> rows(definitionPath.at("given", dataset), dataset, rows));
      roster(definitionPath.at("given"), example);
      definitionPath.each("undelivered", example.undelivered(), this::undelivered);
    }

    private void period(DefinitionPath definitionPath, String period) {
      if (!Texts.isMonth(period)) {
        problems.add(
            definitionPath,
            "'" + period + "' is no month",
            "write year and month, such as 2020-07");
      }
    }

    /** Without rows of the roster regions are told by their digits, and no code becomes another. */
    private void roster(DefinitionPath definitionPath, Family.Example example) {
      Regions regions = definitionIndex.definitions().regions();
      if (regions == null || regions.changes() == null || regions.roster() == null) {
        return;
      }
      String changes = regions.changes().dataset();
      String roster = regions.roster().dataset();
      if (example.given().containsKey(changes) && !example.given().containsKey(roster)) {
        problems.add(
            definitionPath.at(changes),
            "rows of " + changes + " without rows of " + roster,
            "give the regions of the example too, or leave the changes out");
      }
    }

    private void rows(DefinitionPath definitionPath, String name, List<Map<String, String>> rows) {
      Dataset dataset = definitionIndex.dataset(name).orElse(null);
      if (dataset == null) {
        problems.add(definitionPath, definitionIndex.unknown(Kind.DATASET, name));
        return;
      }
      for (int i = 0; i < rows.size(); i++) {
        row(definitionPath.item(i), dataset, rows.get(i));
      }
    }

    private void row(DefinitionPath definitionPath, Dataset dataset, Map<String, String> row) {
      row.forEach((column, text) -> cell(definitionPath.at(column), dataset, column, text));
      for (String column : needed(dataset)) {
        if (!row.containsKey(column)) {
          problems.add(
              definitionPath,
              "a row of " + dataset.dataset() + " without '" + column + "'",
              "it says where the row lies or what it points to, and has no default: add it");
        }
      }
    }

    private void cell(DefinitionPath definitionPath, Dataset dataset, String name, String text) {
      Dataset.Column column = dataset.columns().get(name);
      if (column != null) {
        value(definitionPath, column, text);
      } else if (name.equals(PERIOD) && dataset.hasPeriods() && dataset.period() == null) {
        period(definitionPath, text);
      } else {
        problems.add(
            definitionPath,
            Diagnostic.unknown("column", name, dataset.columns().keySet()).of(dataset.dataset()));
      }
    }

    private void value(DefinitionPath definitionPath, Dataset.Column column, String text) {
      if (text == null || column.stored() != null || DeclaredType.of(column.type()).isEmpty()) {
        return;
      }
      if (!Texts.fits(text, column.type())) {
        problems.add(
            definitionPath,
            "'" + text + "' is no " + column.type(),
            "write a value of the column's type");
      } else if (column.type().equals("string")
          && !column.values().isEmpty()
          && !column.values().contains(text)) {
        problems.add(definitionPath, Diagnostic.unknown("value", text, column.values()));
      }
    }

    /** Columns without which a row lies nowhere or points to a row nobody wrote. */
    private Set<String> needed(Dataset dataset) {
      Set<String> needed = new LinkedHashSet<>();
      Stream<String> pointers =
          dataset.references().values().stream()
              .filter(reference -> reference.missing() == Dataset.Missing.REJECT)
              .flatMap(reference -> reference.on().stream());
      Stream.concat(definitionIndex.columns(dataset.region()).stream(), pointers)
          .filter(dataset.columns()::containsKey)
          .filter(name -> !Boolean.TRUE.equals(dataset.columns().get(name).optional()))
          .forEach(needed::add);
      return needed;
    }

    private void undelivered(DefinitionPath definitionPath, String text) {
      String[] parts = text.split("/", -1);
      if (parts.length != 3 || !Texts.isMonth(parts[2])) {
        problems.add(
            definitionPath,
            "'" + text + "' names no control total",
            "write dataset/unit/month, such as employment/522633/2020-07");
      } else {
        problems.add(definitionPath, definitionIndex.unknown(Kind.DATASET, parts[0]));
      }
    }
  }
}
