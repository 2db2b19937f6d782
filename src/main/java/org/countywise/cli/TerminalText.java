package org.countywise.cli;

import freemarker.core.Environment;
import freemarker.template.TemplateDirectiveBody;
import freemarker.template.TemplateException;
import freemarker.template.TemplateModel;
import freemarker.template.TemplateModelException;
import freemarker.template.utility.DeepUnwrap;
import java.io.IOException;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.countywise.report.TextTemplate;

/**
 * Texts on a terminal. Their templates have two directives more: {@code <@paragraph indent=" "
 * width=96>} breaks what is in it into lines, and {@code <@table edges="<>" head=[…] rows=[[…]]>}
 * sets rows below each other, and below each its lines where {@code below=[[…]]} has them; {@code
 * <} stands for a column of texts, {@code >} for one of numbers.
 */
final class TerminalText {
  private static final Number WIDTH = 96;
  private static final Pattern LINE_BREAK = Pattern.compile("\\s*\\n\\s*");

  private TerminalText() {}

  /** The lines of the template {@code <text>.txt}, filled in. */
  static List<String> lines(String text, Object record) {
    return TextTemplate.of(text + ".txt")
        .text(record, Map.of("paragraph", TerminalText::paragraph, "table", TerminalText::table))
        .lines()
        .toList();
  }

  private static void paragraph(
      Environment environment, Map<?, ?> given, TemplateModel[] none, TemplateDirectiveBody body)
      throws TemplateException, IOException {
    StringWriter text = new StringWriter();
    body.render(text);
    String indent = given(given, "indent", "");
    int width = given(given, "width", WIDTH).intValue() - indent.length();
    write(
        Paragraph.lines(LINE_BREAK.matcher(text.toString().strip()).replaceAll(" "), width),
        indent,
        environment);
  }

  private static void table(
      Environment environment, Map<?, ?> given, TemplateModel[] none, TemplateDirectiveBody body)
      throws TemplateException, IOException {
    Grid grid =
        new Grid(
            given(given, "edges", "")
                .chars()
                .mapToObj(edge -> edge == '<' ? Grid.Edge.LEFT : Grid.Edge.RIGHT)
                .toArray(Grid.Edge[]::new));
    List<?> heads = given(given, "head", List.of());
    if (!heads.isEmpty()) {
      grid.head(heads.toArray(String[]::new));
    }
    for (Object row : given(given, "rows", List.of())) {
      grid.row(((List<?>) row).stream().map(TerminalText::cell).toList());
    }
    String indent = given(given, "indent", "");
    List<String> lines = grid.lines();
    List<?> below = given(given, "below", List.of());
    int head = lines.size() - below.size();
    write(lines.subList(0, head), indent, environment);
    for (int row = 0; row < below.size(); row++) {
      write(List.of(lines.get(head + row)), indent, environment);
      write(
          ((List<?>) below.get(row)).stream().map(Object::toString).toList(), indent, environment);
    }
  }

  private static String cell(Object content) {
    return content instanceof Number number
        ? Numbers.exact(new BigDecimal(number.toString()))
        : content.toString();
  }

  private static void write(List<String> lines, String indent, Environment environment)
      throws IOException {
    for (String line : lines) {
      environment.getOut().write(indent + line + "\n");
    }
  }

  /** What a template gives a directive under a name. */
  @SuppressWarnings("unchecked")
  private static <T> T given(Map<?, ?> given, String name, T otherwise)
      throws TemplateModelException {
    TemplateModel value = (TemplateModel) given.get(name);
    return value == null ? otherwise : (T) DeepUnwrap.unwrap(value);
  }
}
