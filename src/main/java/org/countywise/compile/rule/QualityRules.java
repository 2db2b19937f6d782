package org.countywise.compile.rule;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import org.countywise.compile.resolve.DefinitionIndex;
import org.countywise.compile.resolve.DefinitionIndex.Kind;
import org.countywise.compile.resolve.DefinitionPath;
import org.countywise.definition.Dataset;
import org.countywise.definition.Family;
import org.countywise.definition.Quality;
import org.countywise.definition.Title;

/**
 * Rules of quality look at what is there, and can both warn and be silent.
 *
 * <p>A rule of quality has a name of its own and says what it finds and what to do; a share is of
 * rows with a period and a region, held against a limit from 0 to 1; a jump is of indicators with a
 * total, against at least 3 months of its history.
 */
final class QualityRules implements Rule {

  @Override
  public void check(DefinitionIndex definitionIndex, Problems problems) {
    Map<String, String> names = new HashMap<>();
    Check check = new Check(definitionIndex, problems, names);
    for (Family family : definitionIndex.families().values()) {
      if (family.quality() != null) {
        DefinitionPath definitionPath = DefinitionPath.family(family.family()).at("quality");
        definitionPath.each("shares", family.quality().shares(), check::share);
        definitionPath.each("jumps", family.quality().jumps(), check::jump);
      }
    }
  }

  private record Check(
      DefinitionIndex definitionIndex, Problems problems, Map<String, String> names) {

    void share(DefinitionPath definitionPath, String name, Quality.Share share) {
      named(definitionPath, name, share.title(), share.remedy());
      problems.add(definitionPath.at("view"), definitionIndex.unknown(Kind.VIEW, share.view()));
      definitionIndex.datasetOf(share.view()).ifPresent(of -> rows(definitionPath.at("view"), of));
      number(
          definitionPath.at("limit"), share.limit(), BigDecimal.ONE, "a share from 0 to 1", "0.5");
      number(definitionPath.at("deviations"), share.deviations(), null, "a number from 0 up", "2");
      atLeast(definitionPath.at("at_least"), share.atLeast(), 1);
    }

    private void rows(DefinitionPath definitionPath, Dataset dataset) {
      if (!dataset.hasPeriods() || !dataset.hasRegion() || MadeDatasets.isMade(dataset)) {
        problems.add(
            definitionPath,
            dataset.dataset() + " has no rows that a county delivers month by month",
            "look at snapshots and events with a region");
      }
    }

    void jump(DefinitionPath definitionPath, String name, Quality.Jump jump) {
      named(definitionPath, name, jump.title(), jump.remedy());
      if (jump.indicators().isEmpty()) {
        problems.add(
            definitionPath.at("indicators"),
            "no indicator",
            "name those whose history is looked at");
      }
      definitionPath.each("indicators", jump.indicators(), this::indicator);
      atLeast(definitionPath.at("at_least"), jump.atLeast(), 3);
      if (jump.months() < jump.atLeast()) {
        problems.add(
            definitionPath.at("months"),
            "a history of " + jump.months() + " months never has " + jump.atLeast(),
            "raise 'months' or lower 'at_least'");
      }
      number(definitionPath.at("deviations"), jump.deviations(), null, "a number from 0 up", "6");
      number(definitionPath.at("change"), jump.change(), null, "a number from 0 up", "0.25");
      number(definitionPath.at("least"), jump.least(), null, "a number from 0 up", "10");
    }

    private void indicator(DefinitionPath definitionPath, String name) {
      problems.add(definitionPath, definitionIndex.unknown(Kind.INDICATOR, name));
      if (DefinitionIndex.find(definitionIndex.indicators(), name)
          .filter(of -> Boolean.FALSE.equals(of.total()))
          .isPresent()) {
        problems.add(
            definitionPath,
            "'" + name + "' has no total",
            "its history is that of the row without breakdown");
      }
    }

    private void named(DefinitionPath definitionPath, String name, Title title, Title remedy) {
      String other = names.putIfAbsent(name, definitionPath.file());
      if (other != null) {
        problems.add(
            definitionPath,
            "a second rule of quality '" + name + "'",
            "findings go by the name: choose another");
      }
      problems.halfSaid(definitionPath.at("title"), title, "write what an analyst reads");
      problems.halfSaid(definitionPath.at("remedy"), remedy, "write what an analyst reads");
    }

    private void atLeast(DefinitionPath definitionPath, int number, int least) {
      if (number < least) {
        problems.add(
            definitionPath,
            "at least " + number + " says too little to warn of",
            "write " + least + " or more");
      }
    }

    private void number(
        DefinitionPath definitionPath, String text, BigDecimal most, String what, String such) {
      boolean fits =
          text == null
              || Texts.decimal(text)
                  .filter(of -> of.signum() >= 0 && (most == null || of.compareTo(most) <= 0))
                  .isPresent();
      if (!fits) {
        problems.add(
            definitionPath,
            "'" + text + "' is not " + what,
            "write a number, such as '" + such + "'");
      }
    }
  }
}
