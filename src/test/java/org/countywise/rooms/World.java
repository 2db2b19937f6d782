package org.countywise.rooms;

import com.tngtech.archunit.core.domain.JavaAccess;
import java.util.Set;

/** What a class does to the world outside, or asks of it: terminal, process, clock, environment. */
final class World {
  private static final Set<String> TOUCHES =
      Set.of(
          "java.lang.System.out",
          "java.lang.System.err",
          "java.lang.System.in",
          "java.lang.System.console",
          "java.lang.System.exit",
          "java.lang.System.getenv",
          "java.lang.System.currentTimeMillis",
          "java.lang.System.nanoTime",
          "java.lang.Runtime.exit",
          "java.lang.Runtime.halt");

  private World() {}

  static boolean touchedBy(JavaAccess<?> access) {
    String owner = access.getTargetOwner().getName();
    String name = access.getTarget().getName();
    boolean clock = owner.equals("java.time.Clock") && name.startsWith("system");
    boolean now = owner.startsWith("java.time.") && name.equals("now");
    boolean trace = name.equals("printStackTrace");
    return clock || now || trace || TOUCHES.contains(Rules.called(access));
  }
}
