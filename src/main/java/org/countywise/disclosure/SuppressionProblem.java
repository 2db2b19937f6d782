package org.countywise.disclosure;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** All rows, what they are made of, and how they hang together. */
final class SuppressionProblem {
  final Geography geography;
  final MicroTotals totals;
  final List<IndicatorSlice> slices;
  final List<TableRow> tableRows;
  final List<Identity> identities;
  private final List<List<IndicatorSlice>> columnsOf = new ArrayList<>();
  private final List<List<Identity>> identitiesOf = new ArrayList<>();
  private final List<Bound> bounds;
  private final List<List<Bound>> boundsOf = new ArrayList<>();

  SuppressionProblem(
      Geography geography,
      MicroTotals totals,
      Collection<IndicatorSlice> slices,
      List<TableRow> tableRows,
      List<Identity> identities) {
    this.geography = geography;
    this.totals = totals;
    this.slices = List.copyOf(slices);
    this.tableRows = tableRows;
    this.identities = identities;
    for (int i = 0; i < totals.size(); i++) {
      columnsOf.add(new ArrayList<>());
      identitiesOf.add(new ArrayList<>());
      boundsOf.add(new ArrayList<>());
    }
    for (IndicatorSlice slice : slices) {
      for (LinearForm side : List.of(slice.numerator, slice.denominator)) {
        for (int atom : side.atoms()) {
          if (!columnsOf.get(atom).contains(slice)) {
            columnsOf.get(atom).add(slice);
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
  List<IndicatorSlice> columns(int atom) {
    return columnsOf.get(atom);
  }

  /** Columns in which a change of some atoms shows. */
  List<IndicatorSlice> showing(LinearForm change) {
    List<IndicatorSlice> showing = new ArrayList<>();
    for (int atom : change.atoms()) {
      for (IndicatorSlice slice : columnsOf.get(atom)) {
        if (!showing.contains(slice) && slice.shows(change)) {
          showing.add(slice);
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
