package org.countywise.disclosure;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.countywise.plan.Disclosure;

/** A sum of atoms of one month that everybody knows to be zero in every unit. */
final class Identity {
  private static final String SAME = "same territory";

  private final String name;
  private final Identities.Sight sight;
  private final List<Disclosure.Item> items;
  private final MicroTotals totals;
  private final LinearForm[] forms;
  private List<LinearForm> different = List.of();
  private final BitSet holds = new BitSet();
  private final BitSet broken = new BitSet();

  private Identity(
      String name, Identities.Sight sight, List<Disclosure.Item> items, MicroTotals totals) {
    this.name = name;
    this.sight = sight;
    this.items = items;
    this.totals = totals;
    this.forms = new LinearForm[totals.units.size()];
  }

  /** A declared identity in a month. */
  static Identity of(Disclosure.Identity declared, Identities.Sight sight, MicroTotals totals) {
    return new Identity(declared.name(), sight, declared.items(), totals).compiled().judged();
  }

  /** A total and its parts in a month. */
  static Identity partition(
      String measure, String dimension, Identities.Sight sight, MicroTotals totals) {
    List<Disclosure.Item> items = new ArrayList<>();
    items.add(new Disclosure.Item(measure, "", "", BigDecimal.ONE.negate()));
    for (int part : totals.parts(measure, sight, dimension)) {
      String value = totals.atom(part).breakdown().substring(dimension.length() + 1);
      items.add(new Disclosure.Item(measure, dimension, value, BigDecimal.ONE));
    }
    return new Identity(name(measure, dimension), sight, items, totals).compiled().judged();
  }

  /** What the identity of a total and its parts is called. */
  static String name(String measure, String dimension) {
    return measure + " by " + dimension;
  }

  /**
   * The same number seen from another period, where the unit's territory is the same, or from an
   * earlier release, where nothing of it was corrected.
   */
  static Identity same(int atom, int seen, MicroTotals totals) {
    Variable of = totals.atom(atom);
    Identity same =
        new Identity(SAME, new Identities.Sight(of.month(), of.seen()), List.of(), totals);
    LinearForm form = LinearForm.of(atom, 1).with(seen, -1);
    Arrays.fill(same.forms, form);
    same.different = List.of(form);
    return same.judged();
  }

  private Identity judged() {
    for (int unit = 0; unit < totals.units.size(); unit++) {
      LinearForm form = form(unit);
      BigDecimal sum = form.atoms().length < 2 ? null : totals.of(form, unit);
      if (sum != null) {
        (sum.abs().doubleValue() < LinearForm.EPSILON ? holds : broken).set(unit);
      }
    }
    return this;
  }

  /**
   * Whether everybody expects it to hold everywhere: a territory may well change, and what earlier
   * releases said is past.
   */
  boolean isExpected() {
    return !name.equals(SAME) && sight.seen().isEmpty();
  }

  /** Where its parts are known and do not add up. */
  BitSet broken() {
    return broken;
  }

  boolean holds(int unit) {
    return holds.get(unit);
  }

  boolean holdsAnywhere() {
    return !holds.isEmpty();
  }

  String name() {
    return name;
  }

  /** Atoms it may speak of in any unit. */
  List<Integer> atoms() {
    return different.stream()
        .flatMapToInt(form -> Arrays.stream(form.atoms()))
        .distinct()
        .boxed()
        .toList();
  }

  /** The sum as it is in a unit; empty where a part of it is published nowhere. */
  LinearForm form(int unit) {
    return forms[unit];
  }

  /** Whether a change of its atoms breaks it in any unit. */
  boolean mayBreak(LinearForm change) {
    return different.stream().anyMatch(form -> form.times(change) != 0);
  }

  /** Units in which all items have the same values share a form. */
  private Identity compiled() {
    Map<List<String>, LinearForm> byValues = new LinkedHashMap<>();
    for (int unit = 0; unit < forms.length; unit++) {
      String code = totals.units.get(unit);
      List<String> values = items.stream().map(item -> value(item, code)).toList();
      forms[unit] = byValues.computeIfAbsent(values, any -> compiled(code));
    }
    different = List.copyOf(byValues.values());
    return this;
  }

  private LinearForm compiled(String code) {
    LinearForm form = LinearForm.NOTHING;
    for (Disclosure.Item item : items) {
      boolean total = item.dimension().isEmpty();
      String breakdown = total ? "" : item.dimension() + "=" + value(item, code);
      int atom =
          totals.nearest(new Variable(item.measure(), sight.month(), breakdown, sight.seen()));
      if (atom >= 0) {
        form = form.with(atom, item.coefficient().doubleValue());
      } else if (total || totals.parts(item.measure(), sight, item.dimension()).isEmpty()) {
        return LinearForm.NOTHING;
      }
    }
    return form;
  }

  private static String value(Disclosure.Item item, String code) {
    String value = item.value();
    if (!value.startsWith("{") || !value.endsWith("}")) {
      return value;
    }
    int digits = Integer.parseInt(value.substring(1, value.length() - 1));
    return code.substring(0, Math.min(digits, code.length()));
  }
}
