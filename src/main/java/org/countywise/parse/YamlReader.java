package org.countywise.parse;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.countywise.report.Place;

/** Reads the text of one YAML file into nodes: one document, no anchors, no tags, no key twice. */
final class YamlReader {
  private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}&&[^\\t\\n\\r]]");

  private final String file;
  private final Report report;
  private final YAMLParser yaml;

  private YamlReader(String file, Report report, YAMLParser yaml) {
    this.file = file;
    this.report = report;
    this.yaml = yaml;
  }

  /** The document, or nothing where a problem was reported that leaves none. */
  static Optional<Node> read(String file, String text, Report report) {
    try (YAMLParser yaml = new YAMLFactory().createParser(text)) {
      return new YamlReader(file, report, yaml).document();
    } catch (JsonProcessingException unreadable) {
      int line =
          unreadable.getLocation() == null ? 0 : Math.max(0, unreadable.getLocation().getLineNr());
      int control = control(text);
      report.problem(new Place(file, control > 0 ? control : line), Wording.of(unreadable));
      return Optional.empty();
    } catch (IOException unreadable) {
      report.problem(new Place(file, 0), "cannot be read: " + unreadable.getMessage());
      return Optional.empty();
    }
  }

  /**
   * The line of the first character that YAML cannot hold, which its parser does not tell; or 0.
   */
  private static int control(String text) {
    Matcher matcher = CONTROL.matcher(text);
    return matcher.find()
        ? 1 + (int) text.substring(0, matcher.start()).chars().filter(c -> c == '\n').count()
        : 0;
  }

  private Optional<Node> document() throws IOException {
    if (yaml.nextToken() == null) {
      report.problem(new Place(file, 0), "is empty; write its keys, see jobs/README.md");
      return Optional.empty();
    }
    Node root = node();
    if (yaml.nextToken() != null) {
      problem("a second document begins here; a file holds one, so remove '---'");
    }
    return Optional.of(root);
  }

  private Node node() throws IOException {
    refuseExtras();
    JsonToken token = yaml.currentToken();
    return switch (token) {
      case START_OBJECT -> mapping();
      case START_ARRAY -> sequence();
      default -> scalar(token);
    };
  }

  private Node.Scalar scalar(JsonToken token) throws IOException {
    String text = yaml.getText();
    boolean empty = token == JsonToken.VALUE_NULL && (text.isEmpty() || "~".equals(text));
    Node.Style plain = empty ? Node.Style.EMPTY : Node.Style.PLAIN;
    return new Node.Scalar(line(), text, token == JsonToken.VALUE_STRING ? Node.Style.TEXT : plain);
  }

  private Node.Sequence sequence() throws IOException {
    int line = line();
    List<Node> items = new ArrayList<>();
    while (yaml.nextToken() != JsonToken.END_ARRAY) {
      items.add(node());
    }
    return new Node.Sequence(line, List.copyOf(items));
  }

  private Node.Mapping mapping() throws IOException {
    int line = line();
    Map<String, Node.Entry> entries = new LinkedHashMap<>();
    while (yaml.nextToken() != JsonToken.END_OBJECT) {
      refuseExtras();
      int keyLine = line();
      String key = yaml.currentName();
      yaml.nextToken();
      Node.Entry known = entries.putIfAbsent(key, new Node.Entry(keyLine, key, node()));
      if (known != null) {
        report.problem(
            new Place(file, keyLine),
            "duplicate key '" + key + "', first in line " + known.line() + "; remove one of them");
      }
    }
    return new Node.Mapping(line, List.copyOf(entries.values()));
  }

  private void refuseExtras() throws IOException {
    if (yaml.isCurrentAlias()) {
      problem("the alias '*" + yaml.getText() + "' is not allowed; write the value again");
    } else if (yaml.getObjectId() != null) {
      problem("the anchor '&" + yaml.getObjectId() + "' is not allowed; remove it");
    }
    if (yaml.getTypeId() != null) {
      String tag = yaml.getTypeId().replace("tag:yaml.org,2002:", "!");
      problem("the tag '!" + tag + "' is not allowed; write the plain value");
    }
  }

  private void problem(String message) {
    report.problem(new Place(file, line()), message);
  }

  private int line() {
    return yaml.currentTokenLocation().getLineNr();
  }
}
