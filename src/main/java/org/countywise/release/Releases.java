package org.countywise.release;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.countywise.report.Manifest;

/** The releases of a warehouse, and which of them can be read. */
record Releases(References references, Manifests manifests) {
  private static final Comparator<Manifest> BY_ID =
      Comparator.comparing(manifest -> number(manifest.release()));

  /** Id of the release after one. */
  static String next(Optional<String> release) {
    return String.format(Locale.ROOT, "r%04d", release.map(Releases::number).orElse(0L) + 1);
  }

  private static long number(String release) {
    return Long.parseLong(release.substring(1));
  }

  /** All manifests, oldest first. */
  List<Manifest> all() {
    return manifests.all().stream().sorted(BY_ID).toList();
  }

  Optional<Manifest> latest() {
    return all().stream().reduce((older, newer) -> newer);
  }

  /**
   * The newest release.
   *
   * @throws MovedException when its tables are not all there, as in a backup that was taken while
   *     it was being published
   */
  Optional<Manifest> current() {
    Optional<Manifest> latest = latest();
    latest
        .filter(manifest -> !states().readable(manifest))
        .ifPresent(
            torn -> {
              throw MovedException.torn(torn.release());
            });
    return latest;
  }

  /**
   * Goes back to the newest release that is wholly there.
   *
   * @return the releases after it, oldest first
   * @throws IllegalArgumentException when none is
   */
  List<String> takeBackTorn() {
    List<Manifest> known = all();
    KnownStates states = states();
    int whole = known.size();
    while (whole > 0 && !states.readable(known.get(whole - 1))) {
      whole--;
    }
    if (known.isEmpty()) {
      return List.of();
    }
    if (whole == 0) {
      throw new IllegalArgumentException(
          "no release of this warehouse is wholly there: files of each are missing or cut short;"
              + " restore it from another backup");
    }
    List<String> torn = known.subList(whole, known.size()).stream().map(Manifest::release).toList();
    List<String> kept = known.subList(0, whole).stream().map(Manifest::release).toList();
    manifests.remove(torn);
    tables(known.get(whole - 1)).keySet().forEach(table -> references.nameOnly(table, kept));
    settle();
    return torn;
  }

  /**
   * A release.
   *
   * @param wished an id, empty for the newest
   * @throws IllegalArgumentException when nothing is published or the release cannot be read
   */
  Manifest find(String wished) {
    List<Manifest> known = all();
    if (known.isEmpty()) {
      throw new IllegalArgumentException(
          "nothing is published in this warehouse yet; run 'countywise run' first");
    }
    if (wished.isEmpty()) {
      return current().orElseThrow();
    }
    Manifest found =
        known.stream()
            .filter(manifest -> manifest.release().equals(wished))
            .findFirst()
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "unknown release '" + wished + "'" + remedy(known)));
    if (!states().readable(found)) {
      throw new IllegalArgumentException(
          "release '" + wished + "' has been expired, only its manifest is left" + remedy(known));
    }
    return found;
  }

  private String remedy(List<Manifest> known) {
    List<String> ids = known.stream().filter(states()::readable).map(Manifest::release).toList();
    return "; releases that can be read are " + String.join(", ", ids);
  }

  /** Which tables of which releases are still there. */
  KnownStates states() {
    return new KnownStates(references);
  }

  /**
   * Lets the heads of all tables show the newest release and gives their states its name: also
   * where the run that published it could not.
   */
  void settle() {
    Naming.settled(
        () -> {
          Optional<Manifest> newest = latest();
          newest.ifPresent(
              one -> tables(one).forEach((t, s) -> references.point(t, s, one.release())));
        });
  }

  /** Removes all but the newest releases; their manifests stay. */
  void keep(int most) {
    List<String> all = all().stream().map(Manifest::release).toList();
    List<String> old = all.subList(0, Math.max(0, all.size() - most));
    if (!old.isEmpty()) {
      tables(latest().orElseThrow()).keySet().forEach(table -> references.expire(table, old));
    }
  }

  private static Map<Table, Long> tables(Manifest manifest) {
    Map<Table, Long> tables = new java.util.LinkedHashMap<>();
    manifest.tables().forEach((key, state) -> tables.put(Table.of(key), state));
    return tables;
  }
}
