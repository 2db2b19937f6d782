package org.countywise.protect;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** All rows, what they are made of, and how they hang together. */
final class Board {
  final Geography geography;
  final Truth truth;
  final List<Column> columns;
  final List<Line> lines;
  final List<Identity> identities;
  private final List<List<Column>> columnsOf = new ArrayList<>();
  private final List<List<Identity>> identitiesOf = new ArrayList<>();
  private final List<Bound> bounds;
  private final List<List<Bound>> boundsOf = new ArrayList<>();

  Board(
      Geography geography,
      Truth truth,
      Collection<Column> columns,
      List<Line> lines,
      List<Identity> identities) {
    this.geography = geography;
    this.truth = truth;
    this.columns = List.copyOf(columns);
    this.lines = lines;
    this.identities = identities;
    for (int i = 0; i < truth.size(); i++) {
      columnsOf.add(new ArrayList<>());
      identitiesOf.add(new ArrayList<>());
      boundsOf.add(new ArrayList<>());
    }
    for (Column column : columns) {
      for (Shift side : List.of(column.numerator, column.denominator)) {
        for (int atom : side.atoms()) {
          if (!columnsOf.get(atom).contains(column)) {
            columnsOf.get(atom).add(column);
          }
        }
      }
    }
    identities.forEach(
        identity -> identity.atoms().forEach(a -> identitiesOf.get(a).add(identity)));
    this.bounds = Bounds.of(this);
    for (Bound bound : bounds) {
      for (int atom : bound.rest().atoms()) {
        boundsOf.get(atom).add(bound);
      }
    }
  }

  /** Columns that speak of an atom. */
  List<Column> columns(int atom) {
    return columnsOf.get(atom);
  }

  /** Columns in which a change of some atoms shows. */
  List<Column> showing(Shift change) {
    List<Column> showing = new ArrayList<>();
    for (int atom : change.atoms()) {
      for (Column column : columnsOf.get(atom)) {
        if (!showing.contains(column) && column.shows(change)) {
          showing.add(column);
        }
      }
    }
    return showing;
  }

  /** Everything that is known to be no larger than something else. */
  List<Bound> bounds() {
    return bounds;
  }

  /** Bounds that speak of an atom. */
  List<Bound> bounds(int atom) {
    return boundsOf.get(atom);
  }

  /** Identities that may speak of an atom. */
  List<Identity> identities(int atom) {
    return identitiesOf.get(atom);
  }
}
