package org.countywise.cli;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.countywise.claim.Answer;
import org.countywise.claim.Found;
import org.countywise.claim.Ratio;
import org.countywise.claim.Stated;
import org.countywise.claim.Verdict;
import org.countywise.definition.Claims;
import org.countywise.report.TextTemplate;

/**
 * Answers to statements, for people and for scripts.
 *
 * @param release what answered
 */
record Answers(Claims claims, String release, List<Answer> answers) {
  private static final int WIDTH = 96;
  private static final String INDENT = "  ";
  private static final BigDecimal FINEST = new BigDecimal("0.0001");

  /** For people: the verdict, the statement, and a sentence for each of its parts. */
  List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.addAll(Paragraph.lines(claims.title().en() + "  " + claims.title().zh(), WIDTH));
    for (Answer answer : answers) {
      lines.add("");
      lines.add(answer.verdict().words() + ": " + answer.id());
      lines.addAll(quoted(answer.statement().text().en()));
      lines.addAll(quoted(answer.statement().text().zh()));
      answer.parts().forEach(part -> lines.addAll(indented(sentence(answer, part))));
    }
    lines.add("");
    lines.add(counts());
    return lines;
  }

  private String counts() {
    Map<Verdict, Integer> counts = new TreeMap<>();
    answers.forEach(answer -> counts.merge(answer.verdict(), 1, Integer::sum));
    return answers.size()
        + (answers.size() == 1 ? " statement" : " statements")
        + " against release "
        + release
        + ": "
        + String.join(
            ", ",
            counts.entrySet().stream()
                .map(count -> count.getValue() + " " + count.getKey().words())
                .toList());
  }

  private static List<String> quoted(String text) {
    return Paragraph.lines(text, WIDTH - 4).stream().map(line -> INDENT + "> " + line).toList();
  }

  private static List<String> indented(String text) {
    return Paragraph.lines(text, WIDTH - 2).stream().map(line -> INDENT + line).toList();
  }

  private static String sentence(Answer answer, Answer.Part part) {
    Words words = new Words(answer.statement(), part);
    return switch (part.verdict()) {
      case CONFIRMED -> words.head() + " is right: it is " + words.right() + words.caution();
      case DIFFERS -> words.head() + " is not right: it is " + words.right() + words.caution();
      case WRONG_BASE, WRONG_POPULATION ->
          words.head()
              + " is not right: it is "
              + words.right()
              + ". It is true "
              + words.held()
              + words.caution();
      case CANNOT_BE_CHECKED -> words.head() + " cannot be checked; missing is " + words.missing();
    };
  }

  /** The pieces of a sentence about a part. */
  private record Words(Claims.Statement statement, Answer.Part part) {

    String head() {
      return comparison()
          ? "The "
              + said()
              + " of "
              + number(part.stated().number())
              + " against "
              + part.base().basis()
          : "The number " + number(part.stated().number()) + rounding();
    }

    private boolean comparison() {
      return part.subject() == Answer.Subject.COMPARISON;
    }

    private String said() {
      return statement.comparison().says().name().toLowerCase(Locale.ROOT);
    }

    private String rounding() {
      BigDecimal unit = part.stated().unit();
      return unit.compareTo(BigDecimal.ONE) > 0 ? ", rounded to " + Numbers.exact(unit) + "," : "";
    }

    /** The number as it should be stated, and what it is made of. */
    String right() {
      Ratio is = part.right().value();
      if (comparison()) {
        return shown(is) + " (" + of(part.base().number().value()) + ")";
      }
      String all = exact(is) + " in " + statement.region() + ", " + statement.period();
      boolean whole = is.roundedTo(FINEST).compareTo(is.roundedTo(part.stated().unit())) == 0;
      return whole ? all : all + ", which rounds to " + shown(is);
    }

    private String of(Ratio base) {
      String unit = statement.comparison().baseRoundedTo();
      return "the base is "
          + exact(base)
          + (unit == null
              ? ""
              : ", which rounds to " + Numbers.exact(base.roundedTo(new BigDecimal(unit))));
    }

    String held() {
      Answer.Held held = part.held();
      String against =
          part.verdict() == Verdict.WRONG_BASE ? "against " + held.what() : "of " + held.what();
      return against
          + ": "
          + shown(held.value())
          + (held.base() == null ? " (" + exact(held.value()) + ")" : " (" + of(held.base()) + ")");
    }

    String missing() {
      return String.join(", and ", part.right().missing())
          + (part.held() == null
              ? "."
              : ". It would be true against "
                  + part.held().what()
                  + ": "
                  + shown(part.held().value())
                  + " ("
                  + of(part.held().base())
                  + ").");
    }

    /** What else a reader must know of the rows that answered. */
    String caution() {
      List<String> odd =
          part.right().statuses().stream()
              .filter(status -> !status.equals(Status.NORMAL))
              .map(status -> status + " " + TextTemplate.of("status").part("word", status))
              .toList();
      return odd.isEmpty() ? "." : ". Status of the rows: " + String.join(", ", odd) + ".";
    }

    private String shown(Ratio exact) {
      return number(exact.roundedTo(part.stated().unit()));
    }

    private String number(BigDecimal number) {
      boolean percent = comparison() && statement.comparison().says() != Claims.Says.INCREASE;
      int decimals = Math.max(0, part.stated().unit().scale());
      return Numbers.fixed(number, decimals) + (percent ? " %" : "");
    }
  }

  /** All its digits where there are few. */
  private static String exact(Ratio number) {
    return Numbers.exact(number.roundedTo(FINEST));
  }

  /** For scripts. */
  Map<String, Object> json() {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("release", release);
    object.put("answers", answers.stream().map(Answers::json).toList());
    return object;
  }

  private static Map<String, Object> json(Answer answer) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("statement", answer.id());
    object.put("text_en", answer.statement().text().en());
    object.put("text_zh", answer.statement().text().zh());
    object.put("verdict", answer.verdict().words());
    object.put("parts", answer.parts().stream().map(part -> json(answer, part)).toList());
    return object;
  }

  private static Map<String, Object> json(Answer answer, Answer.Part part) {
    Stated stated = part.stated();
    Found right = part.right();
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("part", part.subject().name().toLowerCase(Locale.ROOT));
    object.put("verdict", part.verdict().words());
    object.put("stated", stated.number());
    object.put("rounded_to", stated.unit());
    object.put("right", right.known() ? right.value().roundedTo(stated.unit()) : null);
    object.put("against", part.base() == null ? null : part.base().basis().period());
    object.put("base", part.base() == null ? null : plain(part.base().number().value()));
    object.put("true_of", part.held() == null ? null : part.held().what());
    object.put("true_base", part.held() == null ? null : plain(part.held().base()));
    object.put("missing", right.missing());
    object.put("statuses", right.statuses());
    object.put("sentence", sentence(answer, part));
    return object;
  }

  private static BigDecimal plain(Ratio number) {
    return number == null ? null : number.roundedTo(FINEST).stripTrailingZeros();
  }
}
