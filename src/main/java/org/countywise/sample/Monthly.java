package org.countywise.sample;

import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Function;

/** A function of the month, computed once for each month of a sample, by whoever asks first. */
final class Monthly<T> {
  private final int first;
  private final AtomicReferenceArray<T> known;
  private final Function<Month, T> compute;

  Monthly(Sample.Settings settings, Function<Month, T> compute) {
    this.first = Month.of(settings.from()).ordinal();
    this.known = new AtomicReferenceArray<>(settings.months());
    this.compute = compute;
  }

  /** The value of a month; those outside the sample are computed again each time. */
  T of(Month month) {
    int at = month.ordinal() - first;
    if (at < 0 || at >= known.length()) {
      return compute.apply(month);
    }
    T value = known.get(at);
    if (value == null) {
      value = compute.apply(month);
      known.set(at, value);
    }
    return value;
  }
}
