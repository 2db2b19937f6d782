package org.countywise.protect;

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
    Board board = Compiler.board(release.disclosure(), release.geography(), release.cells());
    hide(board, "1101", "kind=");

    assertThat(bracket(board, "1101", "kind=0")).isEqualTo(new Brackets.Bracket(1, 1));
  }

  @Test
  void shouldFindFourBelowASixBetweenOneAndThree() {
    HandMade release = new HandMade().count("poor").rows("poor", JULY, "", 1, 1, 2, 2, 9, 9, 9, 9);
    Board board = Compiler.board(release.disclosure(), release.geography(), release.cells());
    hide(board, "110", "");

    for (String county : List.of("1101", "1102", "1103", "1104")) {
      assertThat(bracket(board, county, "")).isEqualTo(new Brackets.Bracket(1, 3));
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
    Board board = Compiler.board(release.disclosure(), release.geography(), release.cells());
    for (Line line : board.lines) {
      if (!line.cell.indicator().equals("all")) {
        line.hide(Line.Kind.PRIMARY);
      }
    }

    assertThat(bracket(board, "1101", "")).isEqualTo(new Brackets.Bracket(1, 7));
  }

  private static void hide(Board board, String region, String breakdown) {
    for (Line line : board.lines) {
      if (line.cell.region().startsWith(region) && line.cell.breakdown().startsWith(breakdown)) {
        if (breakdown.isEmpty() || !line.cell.breakdown().isEmpty()) {
          line.hide(Line.Kind.PRIMARY);
        }
      }
    }
  }

  /** Of the first number that is hidden there. */
  private static Brackets.Bracket bracket(Board board, String region, String breakdown) {
    Line line =
        board.lines.stream()
            .filter(of -> of.cell.region().equals(region))
            .filter(of -> of.cell.breakdown().equals(breakdown) && !of.shown())
            .findFirst()
            .orElseThrow();
    return Brackets.of(board).of(new Target(line, line.column.numerator, HandMade.MIN - 1));
  }
}
