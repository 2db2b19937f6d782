package org.countywise.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.countywise.claim.Answer.Base;
import org.countywise.claim.Answer.Held;
import org.countywise.claim.Answer.Part;
import org.countywise.claim.Answer.Subject;
import org.countywise.claim.Quantity.Population;
import org.countywise.definition.Claims;

/** Judges statements by published figures, in exact arithmetic. */
public final class Judge {
  private final Published published;
  private final Claims claims;

  /** A judge of the statements of one file. */
  public Judge(Published published, Claims claims) {
    this.published = published;
    this.claims = claims;
  }

  /** An answer to each statement, in their order. */
  public List<Answer> answers() {
    List<Answer> answers = new ArrayList<>();
    claims.statements().forEach((id, statement) -> answers.add(answer(id, statement)));
    return answers;
  }

  private Answer answer(String id, Claims.Statement statement) {
    Quantity quantity = new Quantity(published, statement);
    List<Part> parts = new ArrayList<>();
    if (statement.value() != null) {
      parts.add(value(quantity));
    }
    if (statement.comparison() != null) {
      parts.add(comparison(quantity));
    }
    return new Answer(id, statement, parts);
  }

  private Part value(Quantity quantity) {
    Claims.Statement statement = quantity.statement();
    Stated stated = Stated.of(statement.value(), statement.roundedTo());
    Found right = quantity.in(quantity.own(), statement.period());
    if (!right.known() || stated.holds(right.value())) {
      ClaimRating rating = right.known() ? ClaimRating.CONFIRMED : ClaimRating.CANNOT_BE_CHECKED;
      return new Part(Subject.VALUE, rating, stated, right, null, null);
    }
    for (String ratio : statement.otherBases()) {
      Found other = quantity.in(new Population(ratio, statement.region()), statement.period());
      if (other.known() && stated.holds(other.value())) {
        Held held = new Held(ratio, other.value(), null);
        return new Part(Subject.VALUE, ClaimRating.WRONG_BASE, stated, right, null, held);
      }
    }
    for (Population population : populations(quantity)) {
      Found other = quantity.in(population, statement.period());
      if (other.known() && stated.holds(other.value())) {
        Held held = new Held(population.toString(), other.value(), null);
        return new Part(Subject.VALUE, ClaimRating.WRONG_POPULATION, stated, right, null, held);
      }
    }
    return new Part(Subject.VALUE, ClaimRating.DIFFERS, stated, right, null, null);
  }

  private Part comparison(Quantity quantity) {
    Compared own = new Compared(claims, quantity, quantity.own());
    Base base = own.base(quantity.statement().comparison().against());
    Found right = own.change(base);
    if (right.known() && own.holds(base)) {
      return new Part(Subject.COMPARISON, ClaimRating.CONFIRMED, own.stated(), right, base, null);
    }
    Optional<Held> elsewhere = otherBase(own, base);
    if (!right.known()) {
      return new Part(
          Subject.COMPARISON,
          ClaimRating.CANNOT_BE_CHECKED,
          own.stated(),
          right,
          base,
          elsewhere.orElse(null));
    }
    Optional<Held> others = elsewhere.isPresent() ? Optional.empty() : otherPopulation(quantity);
    ClaimRating rating = others.isPresent() ? ClaimRating.WRONG_POPULATION : ClaimRating.DIFFERS;
    return new Part(
        Subject.COMPARISON,
        elsewhere.isPresent() ? ClaimRating.WRONG_BASE : rating,
        own.stated(),
        right,
        base,
        elsewhere.or(() -> others).orElse(null));
  }

  /** Another month against which the statement holds. */
  private static Optional<Held> otherBase(Compared compared, Base stated) {
    for (Claims.Against against : Claims.Against.values()) {
      Base base = compared.base(against);
      if (!base.basis().period().equals(stated.basis().period()) && compared.holds(base)) {
        return Optional.of(
            new Held(
                base.basis().toString(), compared.change(base).value(), base.number().value()));
      }
    }
    return Optional.empty();
  }

  /** Another population of which the statement holds, against the month it states. */
  private Optional<Held> otherPopulation(Quantity quantity) {
    for (Population population : populations(quantity)) {
      Compared compared = new Compared(claims, quantity, population);
      Base base = compared.base(quantity.statement().comparison().against());
      if (compared.holds(base)) {
        return Optional.of(
            new Held(population.toString(), compared.change(base).value(), base.number().value()));
      }
    }
    return Optional.empty();
  }

  /** Populations to try: those the statement lists, then the nation and every group. */
  private List<Population> populations(Quantity quantity) {
    Population own = quantity.own();
    List<Population> populations = new ArrayList<>();
    for (Claims.Population other : quantity.statement().populations()) {
      populations.add(
          new Population(
              other.indicator() == null ? own.indicator() : other.indicator(),
              other.region() == null ? own.region() : other.region()));
    }
    published
        .populations()
        .forEach(region -> populations.add(new Population(own.indicator(), region)));
    return populations.stream().distinct().filter(population -> !population.equals(own)).toList();
  }
}
