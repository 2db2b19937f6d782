package org.countywise.rooms;

import java.util.List;
import java.util.Set;

/**
 * What one room may use besides the JDK and slf4j.
 *
 * @param rooms other rooms, by name
 * @param libraries package prefixes of third parties
 */
record Door(Set<String> rooms, List<String> libraries) {
  static Door closed() {
    return new Door(Set.of(), List.of());
  }

  static Door to(String... rooms) {
    return new Door(Set.of(rooms), List.of());
  }

  Door with(String... more) {
    return new Door(rooms, List.of(more));
  }

  boolean leadsTo(String room) {
    return rooms.contains(room);
  }

  boolean admits(String packageName) {
    return libraries.stream().anyMatch(library -> within(packageName, library));
  }

  static boolean within(String packageName, String prefix) {
    return packageName.equals(prefix) || packageName.startsWith(prefix + ".");
  }
}
