package org.countywise.rooms.planted.cli;

import java.time.Instant;
import org.countywise.rooms.planted.definition.Written;
import picocli.CommandLine;

/** Planted: a command that does what only cli may. */
public final class Welcome {
  private final Written written;

  public Welcome(Written written) {
    this.written = written;
  }

  public int greet(CommandLine commands) {
    System.out.println(written.title() + Instant.now());
    return commands.execute();
  }
}
