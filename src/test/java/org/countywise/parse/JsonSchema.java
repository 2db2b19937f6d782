package org.countywise.parse;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Map;

/**
 * The JSON Schema of a kind of definition file, for editors: of draft 7, the newest that their YAML
 * servers know in full.
 *
 * <p>It accepts what {@link RecordReader} accepts, with one exception: a text {@code null} without
 * quotes. To a schema it is the same as no value at all, which the reader refuses.
 */
final class JsonSchema {
  private static final String DRAFT = "http://json-schema.org/draft-07/schema#";
  private static final int LARGEST_WHOLE = 999_999_999;

  private final ObjectNode definitions = object();

  private JsonSchema() {}

  static ObjectNode of(DefinitionFile file) {
    return of(file.word(), file.type());
  }

  /** The schema of a file that holds a record. */
  static ObjectNode of(String title, Class<? extends Record> type) {
    return new JsonSchema().document(title, type);
  }

  private ObjectNode document(String title, Class<? extends Record> type) {
    ObjectNode schema = object().put("$schema", DRAFT).put("title", title);
    schema.setAll(keys(type));
    schema.set("definitions", definitions);
    return schema;
  }

  private ObjectNode keys(Class<?> type) {
    ObjectNode schema = typed("object");
    ObjectNode properties = schema.putObject("properties");
    ArrayNode required = JsonNodeFactory.instance.arrayNode();
    for (Map.Entry<String, RecordComponent> key : Keys.of(type).entrySet()) {
      RecordComponent component = key.getValue();
      ObjectNode property = object().put("description", Keys.text(component));
      property.setAll(orWord(schema(Form.of(component.getGenericType())), Keys.word(component)));
      properties.set(key.getKey(), property);
      if (!Keys.optional(component)) {
        required.add(key.getKey());
      }
    }
    if (!required.isEmpty()) {
      schema.set("required", required);
    }
    return schema.put("additionalProperties", false);
  }

  private static ObjectNode orWord(ObjectNode list, String word) {
    if (word.isEmpty()) {
      return list;
    }
    ObjectNode either = object();
    either.putArray("anyOf").add(list).add(object().set("enum", texts(List.of(word))));
    return either;
  }

  private ObjectNode schema(Form form) {
    if (form instanceof Form.Nested nested) {
      return reference(nested.type());
    }
    if (form instanceof Form.Items items) {
      return typed("array").set("items", schema(items.each()));
    }
    if (form instanceof Form.Named named) {
      return typed("object").set("additionalProperties", schema(named.each()));
    }
    return single(form);
  }

  private static ObjectNode single(Form form) {
    if (form instanceof Form.Choice choice) {
      return object().set("enum", texts(choice.values()));
    }
    if (form instanceof Form.Flag) {
      return typed("boolean");
    }
    return form instanceof Form.Whole
        ? typed("integer").put("minimum", 0).put("maximum", LARGEST_WHOLE)
        : object().set("type", texts(List.of("string", "number", "boolean")));
  }

  private ObjectNode reference(Class<?> type) {
    String name = type.getSimpleName();
    if (!definitions.has(name)) {
      definitions.putObject(name).setAll(keys(type));
    }
    return object().put("$ref", "#/definitions/" + name);
  }

  private static ArrayNode texts(List<String> values) {
    ArrayNode texts = JsonNodeFactory.instance.arrayNode();
    values.forEach(texts::add);
    return texts;
  }

  private static ObjectNode typed(String type) {
    return object().put("type", type);
  }

  private static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }
}
