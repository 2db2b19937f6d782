package org.countywise.rooms.planted.run;

import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** Planted: terminal, process, clock and environment. */
public final class TouchesTheWorld {
  private TouchesTheWorld() {}

  public static void speak(Exception failure) {
    System.out.println("out");
    System.err.println("err");
    failure.printStackTrace();
  }

  public static void leave() {
    System.exit(1);
  }

  public static String ask() {
    return System.getenv("HOME");
  }

  public static List<Object> look() {
    return List.of(System.nanoTime(), System.currentTimeMillis(), Clock.systemUTC(), Instant.now());
  }
}
