package org.countywise.disclosure;

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
    Map<PublishedCell.Key, Kind> hidden,
    List<PublishedCell.Key> recovered,
    List<PublishedCell.Key> exposed,
    int guarded,
    List<PublishedCell.Key> loose,
    Map<String, Integer> broken,
    List<PublishedCell.Key> told) {

  /** Why a row is hidden. */
  public enum Kind {
    /** It shows a small number. */
    PRIMARY,
    /** A small number could be computed with it. */
    COMPLEMENTARY
  }

  /** Hides what has to be hidden, then attacks, together with what earlier releases showed. */
  public static Protection of(
      Disclosure disclosure, Geography geography, List<PublishedCell> cells) {
    List<PublishedCell> now = cells.stream().filter(cell -> !cell.isOld()).toList();
    Set<String> ofPeople =
        new RelatedIndicators(disclosure)
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
  private Protection without(Disclosure disclosure, Geography geography, List<PublishedCell> now) {
    List<PublishedCell> rows =
        now.stream().map(cell -> hidden.containsKey(cell.key()) ? cell.hidden() : cell).toList();
    Protection alone = attempt(disclosure, geography, rows);
    Map<PublishedCell.Key, Kind> all = new TreeMap<>(hidden);
    alone.hidden.forEach(all::putIfAbsent);
    List<PublishedCell.Key> told = new ArrayList<>(recovered);
    told.addAll(exposed);
    told.removeAll(alone.recovered);
    told.removeAll(alone.exposed);
    return new Protection(
        all, alone.recovered, alone.exposed, guarded, loose, broken, List.copyOf(told));
  }

  private static Protection attempt(
      Disclosure disclosure, Geography geography, List<PublishedCell> cells) {
    SuppressionProblem problem = Compiler.board(disclosure, geography, cells);
    SecondarySuppression secondarySuppression = new SecondarySuppression(problem);
    Map<SensitiveCell, AlternativeSolution> solutions =
        secondarySuppression.cover(PrimarySuppression.in(problem, disclosure.amounts()));
    Proof proof = new Proof(problem);
    Brackets brackets = Brackets.of(problem);
    List<PublishedCell.Key> exposed = new ArrayList<>();
    secondarySuppression
        .exposed()
        .forEach(sensitiveCell -> exposed.add(sensitiveCell.tableRow().cell.key()));
    solutions.forEach(
        (sensitiveCell, solution) -> {
          if (!proof.holds(sensitiveCell, solution) || brackets.tells(sensitiveCell)) {
            exposed.add(sensitiveCell.tableRow().cell.key());
          }
        });
    return new Protection(
        hidden(problem),
        DisclosureAudit.of(problem).stream().map(tableRow -> tableRow.cell.key()).toList(),
        exposed.stream().distinct().sorted().toList(),
        solutions.size(),
        loose(problem),
        broken(problem),
        List.of());
  }

  private static List<PublishedCell.Key> loose(SuppressionProblem problem) {
    return problem.tableRows.stream()
        .filter(tableRow -> tableRow.members == null && tableRow.shown() && !tableRow.cell.isOld())
        .map(tableRow -> tableRow.cell.key())
        .toList();
  }

  private static Map<PublishedCell.Key, Kind> hidden(SuppressionProblem problem) {
    Map<PublishedCell.Key, Kind> hidden = new TreeMap<>();
    for (TableRow tableRow : problem.tableRows) {
      if (tableRow.kind() == TableRow.Kind.PRIMARY) {
        hidden.put(tableRow.cell.key(), Kind.PRIMARY);
      } else if (tableRow.kind() == TableRow.Kind.COMPLEMENTARY) {
        hidden.put(tableRow.cell.key(), Kind.COMPLEMENTARY);
      }
    }
    return hidden;
  }

  private static Map<String, Integer> broken(SuppressionProblem problem) {
    Map<String, Integer> broken = new TreeMap<>();
    for (Identity identity : problem.identities) {
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
