package org.countywise.cli;

import org.countywise.sink.postgres.Exported;

/**
 * What an export to a database did.
 *
 * @param place host, port and database
 */
public record PostgresReport(String place, String schema, String release, Exported exported) {

  void print(OutputOptions output) {
    if (output.json()) {
      output.out().println(Json.of(this));
    } else {
      TerminalText.lines("export-postgres", this).forEach(output.out()::println);
    }
  }
}
