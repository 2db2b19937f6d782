package org.countywise.protect;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.countywise.plan.Disclosure;

/**
 * What has to be hidden of a release, and what an attack on the rest finds.
 *
 * @param hidden rows without numbers, by key
 * @param recovered hidden rows whose numbers follow from the rest: must be empty
 * @param exposed small numbers that can be told more narrowly than the rule allows: must be empty
 * @param guarded how many small numbers are proven to be open
 * @param loose rows above the units that are not the sum of their units, so that nothing is known
 *     of what they tell
 * @param broken identities and breakdowns that do not hold, with the number of units and months
 * @param told small numbers that earlier releases tell, whatever this one hides
 */
public record Protection(
    Map<Cell.Key, Kind> hidden,
    List<Cell.Key> recovered,
    List<Cell.Key> exposed,
    int guarded,
    List<Cell.Key> loose,
    Map<String, Integer> broken,
    List<Cell.Key> told) {

  /** Why a row is hidden. */
  public enum Kind {
    /** It shows a small number. */
    PRIMARY,
    /** A small number could be computed with it. */
    COMPLEMENTARY
  }

  /** Hides what has to be hidden, then attacks, together with what earlier releases showed. */
  public static Protection of(Disclosure disclosure, Geography geography, List<Cell> cells) {
    List<Cell> now = cells.stream().filter(cell -> !cell.isOld()).toList();
    Set<String> ofPeople =
        new Kinship(disclosure)
            .ofPeople().stream()
                .map(rule -> rule.indicator().indicator())
                .collect(Collectors.toSet());
    Vintages vintages =
        Vintages.of(cells.stream().filter(cell -> ofPeople.contains(cell.indicator())).toList());
    if (vintages.sayTheSame()) {
      Protection alone = attempt(disclosure, geography, now);
      if (vintages.showTheSame(alone.hidden.keySet())) {
        return alone;
      }
    }
    Protection joint = attempt(disclosure, geography, cells);
    return joint.leaks() ? joint.without(disclosure, geography, now) : joint;
  }

  /** What earlier releases tell is told: the rows of now are held against each other alone. */
  private Protection without(Disclosure disclosure, Geography geography, List<Cell> now) {
    List<Cell> rows =
        now.stream().map(cell -> hidden.containsKey(cell.key()) ? cell.hidden() : cell).toList();
    Protection alone = attempt(disclosure, geography, rows);
    Map<Cell.Key, Kind> all = new TreeMap<>(hidden);
    alone.hidden.forEach(all::putIfAbsent);
    List<Cell.Key> told = new ArrayList<>(recovered);
    told.addAll(exposed);
    told.removeAll(alone.recovered);
    told.removeAll(alone.exposed);
    return new Protection(
        all, alone.recovered, alone.exposed, guarded, loose, broken, List.copyOf(told));
  }

  private static Protection attempt(Disclosure disclosure, Geography geography, List<Cell> cells) {
    Board board = Compiler.board(disclosure, geography, cells);
    Cover cover = new Cover(board);
    Map<Target, Move> moves = cover.cover(Sensitive.in(board, disclosure.amounts()));
    Proof proof = new Proof(board);
    Brackets brackets = Brackets.of(board);
    List<Cell.Key> exposed = new ArrayList<>();
    cover.exposed().forEach(target -> exposed.add(target.line().cell.key()));
    moves.forEach(
        (target, move) -> {
          if (!proof.holds(target, move) || brackets.tells(target)) {
            exposed.add(target.line().cell.key());
          }
        });
    return new Protection(
        hidden(board),
        Recovery.of(board).stream().map(line -> line.cell.key()).toList(),
        exposed.stream().distinct().sorted().toList(),
        moves.size(),
        loose(board),
        broken(board),
        List.of());
  }

  private static List<Cell.Key> loose(Board board) {
    return board.lines.stream()
        .filter(line -> line.members == null && line.shown() && !line.cell.isOld())
        .map(line -> line.cell.key())
        .toList();
  }

  private static Map<Cell.Key, Kind> hidden(Board board) {
    Map<Cell.Key, Kind> hidden = new TreeMap<>();
    for (Line line : board.lines) {
      if (line.kind() == Line.Kind.PRIMARY) {
        hidden.put(line.cell.key(), Kind.PRIMARY);
      } else if (line.kind() == Line.Kind.COMPLEMENTARY) {
        hidden.put(line.cell.key(), Kind.COMPLEMENTARY);
      }
    }
    return hidden;
  }

  private static Map<String, Integer> broken(Board board) {
    Map<String, Integer> broken = new TreeMap<>();
    for (Identity identity : board.identities) {
      int units = identity.broken().cardinality();
      if (units > 0 && identity.isExpected()) {
        broken.merge(identity.name(), units, Integer::sum);
      }
    }
    return broken;
  }

  /** Whether readers can tell what they must not. */
  public boolean leaks() {
    return !recovered.isEmpty() || !exposed.isEmpty();
  }
}
