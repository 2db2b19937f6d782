package org.countywise.parse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * A small document with every key of a record, and every way to damage it in one place.
 *
 * <p>What it says makes no sense: only its form is right.
 */
final class Specimen {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final List<JsonNode> VALUES =
      List.of(
          JSON.nullNode(),
          JSON.textNode("word"),
          JSON.textNode(""),
          JSON.textNode("true"),
          JSON.textNode("7"),
          JSON.booleanNode(true),
          JSON.numberNode(7),
          JSON.numberNode(-7),
          JSON.numberNode(7.5),
          JSON.numberNode(7_000_000_000L),
          JSON.arrayNode(),
          JSON.arrayNode().add("word"),
          JSON.arrayNode().addNull(),
          JSON.objectNode(),
          JSON.objectNode().put("name", "word"),
          JSON.objectNode().putNull("name"));

  private final List<String> damaged = new ArrayList<>();
  private final JsonNode document;

  private Specimen(JsonNode document) {
    this.document = document;
  }

  /** The document. */
  static JsonNode of(Class<?> type) {
    return value(new Form.Nested(type));
  }

  /** YAML texts, each the document but for one place: a key gone, misspelt, or of another value. */
  static List<String> damaged(Class<?> type) {
    Specimen specimen = new Specimen(of(type));
    specimen.damage(specimen.document);
    return specimen.damaged;
  }

  /** Flow YAML. Nothing is written as {@code ~}, which is no text to the reader. */
  static String yaml(JsonNode document) {
    return document.toString().replaceAll("(?<=[:\\[,])null\\b", "~");
  }

  private static JsonNode value(Form form) {
    if (form instanceof Form.Nested nested) {
      ObjectNode keys = JSON.objectNode();
      Keys.of(nested.type())
          .forEach((key, is) -> keys.set(key, value(Form.of(is.getGenericType()))));
      return keys;
    }
    if (form instanceof Form.Items items) {
      return JSON.arrayNode().add(value(items.each()));
    }
    if (form instanceof Form.Named named) {
      return JSON.objectNode().set("name", value(named.each()));
    }
    if (form instanceof Form.Choice choice) {
      return JSON.textNode(choice.values().get(0));
    }
    if (form instanceof Form.Flag) {
      return JSON.booleanNode(false);
    }
    return form instanceof Form.Whole ? JSON.numberNode(3) : JSON.textNode("text");
  }

  private void damage(JsonNode node) {
    if (node instanceof ObjectNode keys) {
      for (Map.Entry<String, JsonNode> entry : List.copyOf(keys.properties())) {
        damage(entry.getValue());
        exchange(entry.getValue(), value -> keys.set(entry.getKey(), value));
        misspell(keys, entry.getKey(), entry.getValue());
      }
    } else if (node instanceof ArrayNode items) {
      damage(items.get(0));
      exchange(items.get(0), value -> items.set(0, value));
    }
  }

  private void exchange(JsonNode right, Consumer<JsonNode> place) {
    for (JsonNode wrong : VALUES) {
      place.accept(wrong);
      damaged.add(yaml(document));
    }
    place.accept(right);
  }

  private void misspell(ObjectNode keys, String key, JsonNode value) {
    keys.remove(key);
    damaged.add(yaml(document));
    keys.set(key + "x", value);
    damaged.add(yaml(document));
    keys.set(key, value);
    damaged.add(yaml(document));
    keys.remove(key + "x");
  }
}
