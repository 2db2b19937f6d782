package org.countywise.cli;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.countywise.claim.Answer;
import org.countywise.claim.Ratio;
import org.countywise.definition.Claims;
import org.countywise.report.TextTemplate;

/**
 * Answers to statements, for people and for scripts.
 *
 * @param release what answered
 */
public record Answers(Claims claims, String release, List<Answer> answers) {
  private static final BigDecimal FINEST = new BigDecimal("0.0001");

  /** Columns of a file. */
  static final List<String> COLUMNS =
      List.of(
          "release",
          "statement",
          "text_en",
          "text_zh",
          "verdict",
          "part",
          "part_verdict",
          "stated",
          "rounded_to",
          "right",
          "against",
          "base",
          "true_of",
          "true_base",
          "missing",
          "statuses",
          "sentence");

  /** For people: the verdict, the statement, and a sentence for each of its parts. */
  List<String> lines() {
    return TerminalText.lines("answers", this);
  }

  /** How many statements have each verdict. */
  public Map<String, Integer> counts() {
    Map<String, Integer> counts = new LinkedHashMap<>();
    answers.stream()
        .map(Answer::rating)
        .sorted()
        .forEach(rating -> counts.merge(rating.words(), 1, Integer::sum));
    return counts;
  }

  /** A sentence about a part of a statement. */
  public String sentence(Answer answer, Answer.Part part) {
    return TextTemplate.of("answers").part("sentence", new Sentence(answer.statement(), part));
  }

  /** What a sentence about a part is made of. */
  public record Sentence(Claims.Statement statement, Answer.Part part) {

    public boolean comparison() {
      return part.subject() == Answer.Subject.COMPARISON;
    }

    /** The number as it was stated. */
    public String stated() {
      return number(part.stated().number());
    }

    /** A number as it would have to be stated. */
    public String shown(Ratio exact) {
      return number(exact.roundedTo(part.stated().unit()));
    }

    private String number(BigDecimal number) {
      boolean percent = comparison() && statement.comparison().says() != Claims.Says.INCREASE;
      int decimals = Math.max(0, part.stated().unit().scale());
      return Numbers.fixed(number, decimals) + (percent ? " %" : "");
    }

    /** All its digits where there are few. */
    public BigDecimal exact(Ratio number) {
      return number.roundedTo(FINEST);
    }

    public boolean roundsToItself(Ratio number) {
      return exact(number).compareTo(number.roundedTo(part.stated().unit())) == 0;
    }

    /** A base as the statement rounds it, null where it does not. */
    public BigDecimal roundedBase(Ratio base) {
      String unit = statement.comparison().baseRoundedTo();
      return unit == null ? null : base.roundedTo(new BigDecimal(unit));
    }

    /** Status codes that a reader must know of the rows that answered. */
    public List<String> remarkable() {
      return part.right().statuses().stream().filter(code -> !code.equals(Status.NORMAL)).toList();
    }
  }

  /** For scripts. */
  record Told(String release, List<ToldOfStatement> answers) {

    /** Rows of a file, a part of a statement each. */
    List<List<Object>> rows() {
      return answers.stream()
          .flatMap(answer -> answer.parts().stream().map(part -> row(answer, part)))
          .toList();
    }

    private List<Object> row(ToldOfStatement of, ToldOfPart part) {
      return Arrays.asList(
          release,
          of.statement(),
          of.textEn(),
          of.textZh(),
          of.verdict(),
          part.part(),
          part.verdict(),
          part.stated(),
          part.roundedTo(),
          part.right(),
          part.against(),
          part.base(),
          part.trueOf(),
          part.trueBase(),
          String.join(" ", part.missing()),
          String.join(" ", part.statuses()),
          part.sentence());
    }
  }

  /** What is said to a statement. */
  record ToldOfStatement(
      String statement, String textEn, String textZh, String verdict, List<ToldOfPart> parts) {}

  /**
   * What is said to a part of one.
   *
   * @param right the number as it should be stated, null where that is not known
   * @param against the month of a comparison
   * @param trueOf where it does hold
   */
  record ToldOfPart(
      String part,
      String verdict,
      BigDecimal stated,
      BigDecimal roundedTo,
      BigDecimal right,
      String against,
      BigDecimal base,
      String trueOf,
      BigDecimal trueBase,
      List<String> missing,
      Collection<String> statuses,
      String sentence) {}

  /** For scripts. */
  Told told() {
    return new Told(
        release,
        answers.stream()
            .map(
                answer ->
                    new ToldOfStatement(
                        answer.id(),
                        answer.statement().text().en(),
                        answer.statement().text().zh(),
                        answer.rating().words(),
                        answer.parts().stream().map(part -> told(answer, part)).toList()))
            .toList());
  }

  private ToldOfPart told(Answer answer, Answer.Part part) {
    Answer.Base base = part.base();
    Answer.Held held = part.held();
    return new ToldOfPart(
        part.subject().name().toLowerCase(Locale.ROOT),
        part.rating().words(),
        part.stated().number(),
        part.stated().unit(),
        part.right().known() ? part.right().value().roundedTo(part.stated().unit()) : null,
        base == null ? null : base.basis().period(),
        base == null ? null : plain(base.number().value()),
        held == null ? null : held.what(),
        held == null ? null : plain(held.base()),
        part.right().missing(),
        part.right().statuses(),
        sentence(answer, part));
  }

  private static BigDecimal plain(Ratio number) {
    return number == null ? null : number.roundedTo(FINEST).stripTrailingZeros();
  }
}
