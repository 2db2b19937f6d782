package org.countywise;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads bad definitions from a text that analysts can read too.
 *
 * <pre>
 * # what is wrong
 * in welfare.yaml
 * - the text that is replaced
 * + the text instead of it
 * ! welfare.yaml:28: what is said
 * </pre>
 *
 * Several lines with the same sign are one text of several lines. Without a line {@code -} the file
 * is written anew; with neither it is deleted.
 */
public final class BadDefinitions {
  private final List<BadDefinition> found = new ArrayList<>();
  private final List<BadDefinition.Edit> edits = new ArrayList<>();
  private final List<String> before = new ArrayList<>();
  private final List<String> after = new ArrayList<>();
  private final List<String> messages = new ArrayList<>();
  private String title = "";
  private String file = "";

  private BadDefinitions() {}

  /** All of a file, in its order. */
  public static List<BadDefinition> in(Path file) {
    try {
      BadDefinitions reader = new BadDefinitions();
      Files.readAllLines(file).forEach(reader::line);
      reader.closeCase();
      return reader.found;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void line(String line) {
    String text = line.length() > 2 ? line.substring(2) : "";
    switch (line.isEmpty() ? ' ' : line.charAt(0)) {
      case '#' -> {
        closeCase();
        title = text;
      }
      case 'i' -> {
        closeEdit();
        file = line.substring("in ".length());
      }
      case '-' -> before.add(text);
      case '+' -> after.add(text);
      case '!' -> messages.add(text);
      case ' ' -> {}
      default -> throw new IllegalStateException("no line of a bad definition: " + line);
    }
  }

  private void closeEdit() {
    if (!file.isEmpty()) {
      edits.add(new BadDefinition.Edit(file, String.join("\n", before), String.join("\n", after)));
    }
    file = "";
    before.clear();
    after.clear();
  }

  private void closeCase() {
    closeEdit();
    if (!title.isEmpty()) {
      found.add(new BadDefinition(title, List.copyOf(edits), List.copyOf(messages)));
    }
    title = "";
    edits.clear();
    messages.clear();
  }
}
