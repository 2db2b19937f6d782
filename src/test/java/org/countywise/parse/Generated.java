package org.countywise.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A committed text that is made from the code: compared with what the code makes, or written anew.
 *
 * @param file holds the text
 * @param renews true where the text is written instead of compared
 */
record Generated(Path file, boolean renews) {
  /** What a developer types after a change of the records. */
  static final String RENEW = "./mvnw test -Dtest=KeyDocumentsTest -Dcountywise.regenerate=true";

  /** A file of the checkout; the command line decides whether it is renewed. */
  static Generated of(Path file) {
    return new Generated(file, Boolean.getBoolean("countywise.regenerate"));
  }

  /** The whole file is this text. */
  void is(String text) {
    if (renews) {
      write(text);
    }
    assertThat(Files.exists(file) ? read() : "").as(stale()).isEqualTo(text);
  }

  /** Between two lines of the file is this text. */
  void holds(String from, String to, String text) {
    String all = read();
    int start = all.indexOf(from + "\n");
    int end = all.indexOf("\n" + to);
    assertThat(start).as("%s has the line %s", file, from).isNotNegative();
    assertThat(end).as("%s has the line %s after it", file, to).isGreaterThanOrEqualTo(start);
    String before = all.substring(0, start + from.length());
    is(before + "\n" + text.strip() + all.substring(end));
  }

  private String stale() {
    return file + " is no longer what the records say; write it anew with\n" + RENEW + "\n";
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
