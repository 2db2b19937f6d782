package org.countywise.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.countywise.report.Finding;
import org.countywise.report.Outcome;

/**
 * {@code conf/schedule/month.sh} with a {@code countywise} that notes its arguments, prints an
 * outcome as the real one does, and ends with the next of some exit codes.
 */
final class MonthScript {
  private static final Path REAL = Path.of("conf/schedule/month.sh").toAbsolutePath();
  private static final String ANSWER =
      """
      #!/bin/sh
      printf '%s\\n' "$*" >>"$FAKE/calls"
      cat "$FAKE/outcome"
      code=$(head -n 1 "$FAKE/codes")
      sed -i 1d "$FAKE/codes"
      exit "$code"
      """;

  private final Path folder;
  private final Map<String, String> environment = new TreeMap<>();

  /** A script whose command ends with these codes, one after the other. */
  MonthScript(Path folder, int... codes) {
    this.folder = folder;
    Path command = write("countywise", ANSWER);
    try {
      Files.setPosixFilePermissions(command, PosixFilePermissions.fromString("rwx------"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    List<String> lines = new ArrayList<>();
    for (int code : codes) {
      lines.add(code + "\n");
    }
    write("codes", String.join("", lines));
    write("calls", "");
    write("outcome", "");
    with("FAKE", folder.toString());
    with("COUNTYWISE", command.toString());
    with("COUNTYWISE_PAUSE", "0");
    with("PATH", System.getenv("PATH"));
  }

  /** What a command printed and how it ended. */
  record Said(int exit, String out, String err) {}

  MonthScript with(String name, String value) {
    environment.put(name, value);
    return this;
  }

  /** Lets the command print the outcome of a run that nothing was published by. */
  MonthScript finding(Finding... findings) {
    Outcome outcome =
        new Outcome(Outcome.Ending.REFUSED, "", List.of(findings), Map.of(), Map.of());
    Periods periods = new Periods.Converter().convert("2020-10");
    write("outcome", Json.of(new RunSummary(outcome, periods, "W", 12).json()));
    return this;
  }

  Said run(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(REAL.toString()));
    command.addAll(List.of(arguments));
    Path out = folder.resolve("out");
    Path err = folder.resolve("err");
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
    builder.environment().clear();
    builder.environment().putAll(environment);
    int exit = builder.start().waitFor();
    return new Said(exit, Files.readString(out), Files.readString(err));
  }

  /** The arguments of each call of the command. */
  List<String> calls() {
    try {
      return Files.readAllLines(folder.resolve("calls"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path write(String name, String text) {
    try {
      return Files.writeString(folder.resolve(name), text, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
