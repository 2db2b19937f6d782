package org.countywise.parse;

import java.lang.reflect.RecordComponent;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The key reference for analysts: a table of keys for every kind of definition file and for every
 * record within, as Markdown.
 */
final class KeyReference {
  private static final String HEAD =
      """
      | key | | value | says |
      |---|---|---|---|
      """;

  private final Map<DefinitionFile, Map<Class<?>, Set<String>>> places =
      new EnumMap<>(DefinitionFile.class);

  private KeyReference() {
    for (DefinitionFile file : DefinitionFile.values()) {
      Map<Class<?>, Set<String>> found = new LinkedHashMap<>();
      find(file.type(), "", found);
      places.put(file, found);
    }
  }

  static String markdown() {
    return new KeyReference().sections();
  }

  private String sections() {
    StringBuilder text = new StringBuilder();
    Map<Class<?>, Set<String>> shared = new LinkedHashMap<>();
    places.forEach(
        (file, found) -> {
          text.append("### `").append(file.pattern()).append("`\n\n").append(table(file.type()));
          found.forEach(
              (type, at) -> {
                if (isShared(type)) {
                  shared.computeIfAbsent(type, any -> new LinkedHashSet<>()).addAll(at);
                } else {
                  text.append(section(type, at));
                }
              });
        });
    text.append("### In several files\n\n");
    shared.forEach((type, at) -> text.append(section(type, at)));
    return text.toString();
  }

  private boolean isShared(Class<?> type) {
    return places.values().stream().filter(found -> found.containsKey(type)).count() > 1;
  }

  private static String section(Class<?> type, Set<String> at) {
    String where = at.stream().map(path -> "`" + path + "`").collect(Collectors.joining(", "));
    return "#### " + name(type) + "\n\nAt " + where + ".\n\n" + table(type);
  }

  private static String table(Class<?> type) {
    return Keys.of(type).entrySet().stream()
        .map(key -> row(key.getKey(), key.getValue()))
        .collect(Collectors.joining("", HEAD, "\n"));
  }

  private static String row(String key, RecordComponent component) {
    return String.format(
        "| `%s` | %s | %s | %s |\n",
        key,
        Keys.optional(component) ? "optional" : "required",
        one(Form.of(component.getGenericType()))
            + (Keys.word(component).isEmpty() ? "" : " or `" + Keys.word(component) + "`"),
        Keys.text(component).replace("|", "\\|"));
  }

  private static String one(Form form) {
    if (form instanceof Form.Nested nested) {
      return link(nested.type(), "");
    }
    if (form instanceof Form.Items items) {
      return "list of " + many(items.each());
    }
    if (form instanceof Form.Named named) {
      return many(named.each()) + " by name";
    }
    if (form instanceof Form.Choice choice) {
      return alternatives(choice.values());
    }
    if (form instanceof Form.Flag) {
      return "`true` or `false`";
    }
    return form instanceof Form.Whole ? "whole number" : "text";
  }

  private static String many(Form form) {
    if (form instanceof Form.Nested nested) {
      return link(nested.type(), "s");
    }
    if (form instanceof Form.Items items) {
      return "lists of " + many(items.each());
    }
    if (form instanceof Form.Named named) {
      return "(" + many(named.each()) + " by name)";
    }
    return form instanceof Form.Text ? "texts" : "values " + one(form);
  }

  private static String alternatives(List<String> values) {
    List<String> quoted = values.stream().map(value -> "`" + value + "`").toList();
    int last = quoted.size() - 1;
    return last == 0
        ? quoted.get(0)
        : String.join(", ", quoted.subList(0, last)) + " or " + quoted.get(last);
  }

  private static String link(Class<?> type, String plural) {
    String name = name(type);
    String ending = name.endsWith(plural) ? "" : plural;
    return "[" + name + ending + "](#" + name.replace(' ', '-') + ")";
  }

  /** A record's name in words. */
  private static String name(Class<?> type) {
    String name = type.getSimpleName();
    return Character.toLowerCase(name.charAt(0))
        + name.substring(1).replaceAll("([A-Z])", " $1").toLowerCase(Locale.ROOT);
  }

  private static void find(Class<?> type, String at, Map<Class<?>, Set<String>> found) {
    Keys.of(type)
        .forEach(
            (key, component) ->
                find(
                    Form.of(component.getGenericType()),
                    at.isEmpty() ? key : at + "." + key,
                    found));
  }

  /** Paths are those of messages, with a name or number left open. */
  private static void find(Form form, String at, Map<Class<?>, Set<String>> found) {
    if (form instanceof Form.Nested nested) {
      found.computeIfAbsent(nested.type(), any -> new LinkedHashSet<>()).add(at);
      find(nested.type(), at, found);
    } else if (form instanceof Form.Items items) {
      find(items.each(), at + ".<n>", found);
    } else if (form instanceof Form.Named named) {
      find(named.each(), at + ".<name>", found);
    }
  }
}
