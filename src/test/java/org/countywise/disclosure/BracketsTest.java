package org.countywise.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The attack by bounds finds what the field found. */
class BracketsTest {
  private static final String JULY = "2020-07";

  @Test
  void shouldFindFiveOnesBelowAShownFive() {
    HandMade release = new HandMade().count("sick").adds("sick", "kind");
    release.rows("sick", JULY, "", 5, 50, 60, 70, 80, 90, 100, 110);
    for (int kind = 0; kind < 5; kind++) {
      release.rows("sick", JULY, "kind=" + kind, 1, 10, 12, 14, 16, 18, 20, 22);
    }
    SuppressionProblem problem =
        Compiler.board(release.disclosure(), release.geography(), release.cells());
    hide(problem, "1101", "kind=");

    assertThat(bracket(problem, "1101", "kind=0")).isEqualTo(new Brackets.Bracket(1, 1));
  }

  @Test
  void shouldFindFourBelowASixBetweenOneAndThree() {
    HandMade release = new HandMade().count("poor").rows("poor", JULY, "", 1, 1, 2, 2, 9, 9, 9, 9);
    SuppressionProblem problem =
        Compiler.board(release.disclosure(), release.geography(), release.cells());
    hide(problem, "110", "");

    for (String county : List.of("1101", "1102", "1103", "1104")) {
      assertThat(bracket(problem, county, "")).isEqualTo(new Brackets.Bracket(1, 3));
    }
  }

  @Test
  void shouldKnowThatAPartIsAtMostItsWhole() {
    HandMade release = new HandMade().count("all").count("insured").share("rate", "insured", "all");
    List<Integer> all = List.of(7, 110, 120, 130, 140, 150, 160, 170);
    List<Integer> insured = List.of(6, 80, 90, 100, 110, 120, 130, 140);
    release
        .rows("all", JULY, "", all.toArray(Integer[]::new))
        .rows("insured", JULY, "", insured.toArray(Integer[]::new))
        .rows("rate", JULY, "", insured, all);
    SuppressionProblem problem =
        Compiler.board(release.disclosure(), release.geography(), release.cells());
    for (TableRow row : problem.tableRows) {
      if (!row.cell.indicator().equals("all")) {
        row.hide(TableRow.Kind.PRIMARY);
      }
    }

    assertThat(bracket(problem, "1101", "")).isEqualTo(new Brackets.Bracket(1, 7));
  }

  private static void hide(SuppressionProblem problem, String region, String breakdown) {
    for (TableRow row : problem.tableRows) {
      if (row.cell.region().startsWith(region) && row.cell.breakdown().startsWith(breakdown)) {
        if (breakdown.isEmpty() || !row.cell.breakdown().isEmpty()) {
          row.hide(TableRow.Kind.PRIMARY);
        }
      }
    }
  }

  /** Of the first number that is hidden there. */
  private static Brackets.Bracket bracket(
      SuppressionProblem problem, String region, String breakdown) {
    TableRow row =
        problem.tableRows.stream()
            .filter(of -> of.cell.region().equals(region))
            .filter(of -> of.cell.breakdown().equals(breakdown) && !of.shown())
            .findFirst()
            .orElseThrow();
    return Brackets.of(problem).of(new SensitiveCell(row, row.slice.numerator, HandMade.MIN - 1));
  }
}
