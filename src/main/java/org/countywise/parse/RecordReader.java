package org.countywise.parse;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.countywise.report.Place;
import org.countywise.report.Suggestion;

/**
 * Makes records of YAML: nested records, maps and lists of them, enums, text, whole numbers and
 * booleans.
 *
 * <p>Every component is a required key unless its {@link org.countywise.definition.Key} says
 * otherwise. A misspelt key is reported and then read as what it was meant for. What has a problem
 * is left out of its list or map; a record without a required value is left out as a whole.
 */
final class RecordReader {
  private final String file;
  private final String root;
  private final Report report;

  /**
   * @param file as problems show it
   * @param root the beginning of paths in this file, without {@code #}
   */
  RecordReader(String file, String root, Report report) {
    this.file = file;
    this.root = root;
    this.report = report;
  }

  /** The record a file holds, if nothing required is missing. */
  <T extends Record> Optional<T> read(Class<T> type, Node node) {
    report.written(root, new Place(file, 0));
    return Optional.ofNullable(type.cast(value(type, node, "")));
  }

  /** The value, or null where a problem was reported. */
  private Object value(Type type, Node node, String at) {
    report.written(at.isEmpty() ? root : root + "#" + at, new Place(file, node.line()));
    if (type instanceof ParameterizedType generic) {
      Type[] of = generic.getActualTypeArguments();
      return generic.getRawType() == List.class ? list(of[0], node, at) : map(of[1], node, at);
    }
    Class<?> plain = (Class<?>) type;
    return plain.isRecord() ? nested(plain, node, at) : scalar(plain, node, at);
  }

  private List<Object> list(Type of, Node node, String at) {
    if (!(node instanceof Node.Sequence sequence)) {
      wrong(node, at, "a list is", "write it in brackets, as [a, b]");
      return null;
    }
    List<Object> items = new ArrayList<>();
    for (Node item : sequence.items()) {
      Object value = value(of, item, at + "." + items.size());
      if (value != null) {
        items.add(value);
      }
    }
    return List.copyOf(items);
  }

  private Map<String, Object> map(Type of, Node node, String at) {
    if (!(node instanceof Node.Mapping mapping)) {
      wrong(node, at, "names with values are", "write each as 'name: value'");
      return null;
    }
    Map<String, Object> entries = new LinkedHashMap<>();
    for (Node.Entry entry : mapping.entries()) {
      Object value = child(of, entry, at, entry.key());
      if (value != null) {
        entries.put(entry.key(), value);
      }
    }
    return Collections.unmodifiableMap(entries);
  }

  /** The value of a key, which may be a word instead of a list. */
  private Object child(RecordComponent component, Node.Entry entry, String at, String key) {
    String word = Keys.word(component);
    Node node = entry.value();
    if (word.isEmpty() || node instanceof Node.Sequence) {
      return child(component.getGenericType(), entry, at, key);
    }
    if (!(node instanceof Node.Scalar one && one.text().equals(word))) {
      String path = at.isEmpty() ? key : at + "." + key;
      wrong(
          node,
          path,
          "a list or the word " + word + " is",
          "write it in brackets, as [a, b], or " + word);
      return null;
    }
    Node list = new Node.Sequence(node.line(), List.of(node));
    Node.Entry read = new Node.Entry(entry.line(), entry.key(), list);
    return child(component.getGenericType(), read, at, key);
  }

  /** A value whose place is the line of its key. */
  private Object child(Type of, Node.Entry entry, String at, String key) {
    String path = at.isEmpty() ? key : at + "." + key;
    Object value = value(of, entry.value(), path);
    report.written(root + "#" + path, new Place(file, entry.line()));
    return value;
  }

  private Object nested(Class<?> type, Node node, String at) {
    Map<String, RecordComponent> keys = Keys.of(type);
    if (!(node instanceof Node.Mapping mapping)) {
      wrong(node, at, "keys with values are", "the keys are " + String.join(", ", keys.keySet()));
      return null;
    }
    Map<String, Node.Entry> written = written(keys, mapping, at);
    List<Object> values = new ArrayList<>();
    boolean complete = true;
    for (Map.Entry<String, RecordComponent> key : keys.entrySet()) {
      Node.Entry entry = written.get(key.getKey());
      Object value =
          entry == null ? absent(key.getValue()) : child(key.getValue(), entry, at, key.getKey());
      if (entry == null && !Keys.optional(key.getValue())) {
        missing(mapping, key.getKey(), key.getValue(), at);
        complete = false;
      }
      complete &= entry == null || value != null;
      values.add(value);
    }
    return complete ? construct(type, values) : null;
  }

  private Map<String, Node.Entry> written(
      Map<String, RecordComponent> keys, Node.Mapping mapping, String at) {
    Map<String, Node.Entry> written = new LinkedHashMap<>();
    mapping.entries().stream()
        .filter(entry -> keys.containsKey(entry.key()))
        .forEach(entry -> written.put(entry.key(), entry));
    for (Node.Entry entry : mapping.entries()) {
      if (!keys.containsKey(entry.key())) {
        unknown(entry, keys.keySet(), at);
        Suggestion.nearest(entry.key(), keys.keySet())
            .ifPresent(meant -> written.putIfAbsent(meant, entry));
      }
    }
    return written;
  }

  private void unknown(Node.Entry entry, Collection<String> known, String at) {
    boolean empty =
        entry.value() instanceof Node.Scalar scalar && scalar.style() == Node.Style.EMPTY;
    problem(
        entry.line(),
        "unknown key '"
            + entry.key()
            + "'"
            + shown(at)
            + (empty ? "; a text with a comma needs quotes" : "")
            + Suggestion.of(entry.key(), "keys", known));
  }

  private void missing(Node.Mapping mapping, String key, RecordComponent component, String at) {
    String text = Keys.text(component);
    problem(
        mapping.line(),
        "missing key '" + key + "'" + shown(at) + "; add it" + (text.isEmpty() ? "" : ": " + text));
  }

  private static Object absent(RecordComponent component) {
    Class<?> type = component.getType();
    return type == List.class ? List.of() : type == Map.class ? Map.of() : null;
  }

  private Object construct(Class<?> type, List<Object> values) {
    Class<?>[] types =
        Arrays.stream(type.getRecordComponents())
            .map(RecordComponent::getType)
            .toArray(Class<?>[]::new);
    try {
      return type.getDeclaredConstructor(types).newInstance(values.toArray());
    } catch (InvocationTargetException refused) {
      throw new IllegalStateException(type + " refuses " + values, refused.getCause());
    } catch (ReflectiveOperationException broken) {
      throw new IllegalStateException(type + " has no open constructor", broken);
    }
  }

  private Object scalar(Class<?> type, Node node, String at) {
    if (!(node instanceof Node.Scalar scalar) || scalar.style() == Node.Style.EMPTY) {
      wrong(node, at, Scalars.wanted(type), Scalars.remedy(type));
      return null;
    }
    Object value = Scalars.value(type, scalar);
    if (value == null && type.isEnum()) {
      problem(
          scalar.line(),
          "unknown value '"
              + scalar.text()
              + "'"
              + shown(at)
              + Suggestion.of(scalar.text(), "values", Keys.values(type)));
      return null;
    }
    if (value == null) {
      wrong(node, at, Scalars.wanted(type), Scalars.remedy(type));
    }
    return value;
  }

  private void wrong(Node node, String at, String wanted, String remedy) {
    problem(
        node.line(), node.described() + shown(at) + " where " + wanted + " expected; " + remedy);
  }

  private static String shown(String at) {
    return at.isEmpty() ? "" : " at " + at;
  }

  private void problem(int line, String message) {
    report.problem(new Place(file, line), message);
  }
}
