package org.countywise.compile.rule;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.countywise.compile.resolve.DefinitionIndex;
import org.countywise.compile.resolve.DefinitionPath;
import org.countywise.definition.Claims;
import org.countywise.definition.Linear;

/**
 * Statements say what they speak of, in numbers that can be compared. Whether an indicator or a
 * region exists is the answer to a statement, not a problem of its form.
 *
 * <p>A statement has text in both languages, an indicator or a formula, and a value or a
 * comparison; months are YYYY-MM, numbers are decimal and multiples of what they were rounded to;
 * formulas are sums with constant factors.
 */
final class ClaimReferences implements Rule {
  private static final String REMEDY = "write what people read";
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]*");
  private static final Pattern BREAKDOWN = Pattern.compile("[a-z][a-z0-9_]*=.+");

  @Override
  public void check(DefinitionIndex definitionIndex, Problems problems) {
    definitionIndex
        .definitions()
        .claims()
        .forEach((name, claims) -> check(DefinitionPath.claims(name), claims, problems));
  }

  /** Adds whatever is wrong with the statements of one file. */
  static void check(DefinitionPath file, Claims claims, Problems problems) {
    Check check = new Check(problems);
    problems.unsaid(file.at("title"), claims.title(), REMEDY);
    file.each("statements", claims.statements(), check::statement);
  }

  private record Check(Problems problems) {

    void statement(DefinitionPath definitionPath, String name, Claims.Statement of) {
      if (!NAME.matcher(name).matches()) {
        problems.add(
            definitionPath,
            "illegal name '" + name + "'",
            "write small letters, digits and underscores, such as migrants_2020_07");
      }
      problems.unsaid(definitionPath.at("text", "en"), of.text().en(), REMEDY);
      problems.unsaid(definitionPath.at("text", "zh"), of.text().zh(), REMEDY);
      subject(definitionPath, of);
      month(definitionPath.at("period"), of.period());
      breakdown(definitionPath.at("breakdown"), of.breakdown());
      if (of.value() == null && of.comparison() == null) {
        problems.add(
            definitionPath, "a statement that states no number", "add 'value' or 'comparison'");
      }
      if (of.value() == null && of.roundedTo() != null) {
        problems.add(
            definitionPath.at("rounded_to"),
            "a rounding without 'value'",
            "add the value or remove it");
      }
      rounded(definitionPath, "value", of.value(), of.roundedTo());
      if (of.comparison() != null) {
        comparison(definitionPath.at("comparison"), of.comparison());
      }
      alternatives(definitionPath, of);
    }

    private void subject(DefinitionPath definitionPath, Claims.Statement of) {
      if ((of.indicator() == null) == (of.formula() == null)) {
        problems.add(
            definitionPath,
            of.formula() == null ? "neither indicator nor formula" : "an indicator and a formula",
            "a statement speaks of exactly one of them");
      }
      if (of.formula() != null) {
        formula(definitionPath.at("formula"), of.formula());
        if (of.breakdown() != null) {
          problems.add(
              definitionPath.at("breakdown"),
              "a breakdown of a formula",
              "give it to a term of the formula");
        }
      }
    }

    private void formula(DefinitionPath definitionPath, Claims.Formula formula) {
      Set<String> used = new HashSet<>();
      linear(definitionPath.at("numerator"), formula.numerator(), used);
      linear(definitionPath.at("denominator"), formula.denominator(), used);
      positive(definitionPath.at("factor"), formula.factor());
      formula
          .terms()
          .forEach(
              (name, term) -> {
                DefinitionPath at = definitionPath.at("terms", name);
                month(at.at("period"), term.period());
                breakdown(at.at("breakdown"), term.breakdown());
                if (!used.contains(name)) {
                  problems.add(at, "the term '" + name + "' is not used", "use or remove it");
                }
              });
    }

    private void linear(DefinitionPath definitionPath, String text, Set<String> used) {
      if (text == null) {
        return;
      }
      try {
        used.addAll(Linear.of(text).terms().keySet());
      } catch (IllegalArgumentException strange) {
        problems.add(
            definitionPath,
            strange.getMessage().split("; ", 2)[0],
            "write a sum of indicators and terms with constant factors, such as a - b / 100");
      }
    }

    private void comparison(DefinitionPath definitionPath, Claims.Comparison comparison) {
      rounded(definitionPath, "stated", comparison.stated(), comparison.roundedTo());
      positive(definitionPath.at("base_rounded_to"), comparison.baseRoundedTo());
    }

    private void alternatives(DefinitionPath definitionPath, Claims.Statement of) {
      definitionPath.each(
          "populations",
          of.populations(),
          (at, other) -> {
            if (other.indicator() == null && other.region() == null) {
              problems.add(
                  at, "another population that names nothing", "name an indicator or a region");
            }
            if (other.indicator() != null && of.formula() != null) {
              problems.add(
                  at.at("indicator"),
                  "another indicator for a formula",
                  "name another region instead");
            }
          });
      if (!of.otherBases().isEmpty() && of.formula() != null) {
        problems.add(
            definitionPath.at("other_bases"),
            "other bases of a formula",
            "they need 'indicator': remove them");
      }
    }

    private void month(DefinitionPath definitionPath, String text) {
      if (text != null && !Texts.isMonth(text)) {
        problems.add(definitionPath, "'" + text + "' is no month", "write it as 2020-07");
      }
    }

    private void breakdown(DefinitionPath definitionPath, String text) {
      if (text != null && !BREAKDOWN.matcher(text).matches()) {
        problems.add(definitionPath, "'" + text + "' is no breakdown", "write it as name=value");
      }
    }

    /** A number, and that it is a multiple of what it was rounded to. */
    private void rounded(DefinitionPath definitionPath, String key, String text, String unit) {
      Optional<BigDecimal> number = text == null ? Optional.empty() : Texts.decimal(text);
      if (text != null && number.isEmpty()) {
        problems.add(
            definitionPath.at(key),
            "'" + text + "' is no number",
            "write a decimal number without separators and percent signs");
      }
      Optional<BigDecimal> step = positive(definitionPath.at("rounded_to"), unit);
      if (number.isPresent()
          && step.isPresent()
          && number.get().remainder(step.get()).signum() != 0) {
        problems.add(
            definitionPath.at("rounded_to"),
            "'" + text + "' was not rounded to " + unit,
            "write the unit of which it is a multiple");
      }
    }

    private Optional<BigDecimal> positive(DefinitionPath definitionPath, String text) {
      if (text == null) {
        return Optional.empty();
      }
      Optional<BigDecimal> number = Texts.decimal(text).filter(found -> found.signum() > 0);
      if (number.isEmpty()) {
        problems.add(
            definitionPath,
            "'" + text + "' is no positive number",
            "write one, such as 10000 or 0.1");
      }
      return number;
    }
  }
}
