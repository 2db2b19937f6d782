package org.countywise;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A committed text that the code makes: compared with what the code makes now, or written anew.
 *
 * @param file holds the text
 * @param by the test that compares it and can write it
 * @param renews true where the text is written instead of compared
 */
public record Generated(Path file, Class<?> by, boolean renews) {

  /** A file of the checkout; the command line decides whether it is renewed. */
  public static Generated of(Path file, Class<?> by) {
    return new Generated(file, by, Boolean.getBoolean("countywise.regenerate"));
  }

  /** What a developer types who meant the change. */
  public String command() {
    return "./mvnw test -Dtest=" + by.getSimpleName() + " -Dcountywise.regenerate=true";
  }

  /** The whole file is this text. */
  public void is(String text) {
    if (renews) {
      write(text);
    }
    assertThat(Files.exists(file) ? read() : "").as(stale()).isEqualTo(text);
  }

  /** Between two lines of the file is this text. */
  public void holds(String from, String to, String text) {
    String all = read();
    int start = all.indexOf(from + "\n");
    int end = all.indexOf("\n" + to);
    assertThat(start).as("%s has the line %s", file, from).isNotNegative();
    assertThat(end).as("%s has the line %s after it", file, to).isGreaterThanOrEqualTo(start);
    String before = all.substring(0, start + from.length());
    is(before + "\n" + text.strip() + all.substring(end));
  }

  private String stale() {
    return file
        + " is no longer what the code makes; if that is meant, write it anew with\n"
        + command()
        + "\n";
  }

  private String read() {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void write(String text) {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
