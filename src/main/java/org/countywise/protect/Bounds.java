package org.countywise.protect;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Which numbers everybody knows to be no larger than others. */
final class Bounds {
  private final Board board;
  private final Map<String, Bound> bounds = new LinkedHashMap<>();

  private Bounds(Board board) {
    this.board = board;
  }

  /** Those of a board that hold in every unit. */
  static List<Bound> of(Board board) {
    Bounds bounds = new Bounds(board);
    for (Column column : board.columns) {
      if (column.bounded()) {
        bounds.add(column.slack());
      }
    }
    bounds.wholes();
    return new ArrayList<>(bounds.bounds.values());
  }

  private void add(Shift rest) {
    Bound bound = new Bound(rest);
    if (bound.holds(board.truth)) {
      boolean up = rest.of(Arrays.stream(rest.atoms()).min().orElseThrow()) > 0;
      bounds.putIfAbsent(rest.key() + up, bound);
    }
  }

  /**
   * What is counted once may stand in several parts of a breakdown: none of them is above the
   * whole, and together they are not below it. Parts that add up say so by their identity.
   */
  private void wholes() {
    Truth truth = board.truth;
    Map<String, Shift> together = new TreeMap<>();
    for (int part = 0; part < truth.size(); part++) {
      Atom of = truth.atom(part);
      int whole = truth.nearest(new Atom(of.measure(), of.month(), "", of.seen()));
      if (!of.breakdown().isEmpty() && whole >= 0 && !adds(of, part)) {
        add(Shift.of(whole, 1).with(part, -1));
        String key = String.join("\t", of.measure(), of.month(), of.seen(), dimension(of));
        together.merge(
            key, Shift.of(whole, -1).with(part, 1), (all, one) -> all.with(one.atoms()[1], 1));
      }
    }
    together.values().forEach(this::add);
  }

  private boolean adds(Atom part, int id) {
    String name = Identity.name(part.measure(), dimension(part));
    return board.identities(id).stream().anyMatch(identity -> identity.name().equals(name));
  }

  private static String dimension(Atom part) {
    return part.breakdown().substring(0, part.breakdown().indexOf('='));
  }
}
