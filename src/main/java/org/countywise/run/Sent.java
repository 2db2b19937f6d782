package org.countywise.run;

import java.util.Comparator;

/** What a unit sent, or announced to send, of a dataset in a period. */
record Sent(String dataset, String period, String unit) implements Comparable<Sent> {
  private static final Comparator<Sent> ORDER =
      Comparator.comparing(Sent::dataset).thenComparing(Sent::period).thenComparing(Sent::unit);

  @Override
  public int compareTo(Sent other) {
    return ORDER.compare(this, other);
  }
}
