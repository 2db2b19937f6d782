package org.countywise.report;

import freemarker.core.CommonMarkupOutputFormat;
import freemarker.core.CommonTemplateMarkupOutputModel;
import java.io.IOException;
import java.io.Writer;
import java.util.regex.Pattern;

/** Markdown, as the templates write it: what is filled in stays within its cell of a table. */
final class MarkdownFormat extends CommonMarkupOutputFormat<MarkdownFormat.Markdown> {
  /** Nothing that is filled in is taken for a mark. */
  static final MarkdownFormat PLAIN = new MarkdownFormat("Markdown", "[\\\\|_*\\[<]");

  /** What is filled in may have marks of its own, as texts of definitions have. */
  static final MarkdownFormat MARKED = new MarkdownFormat("Markdown with marks", "[|]");

  private final String name;
  private final Pattern mark;

  private MarkdownFormat(String name, String mark) {
    this.name = name;
    this.mark = Pattern.compile(mark);
  }

  @Override
  public String getName() {
    return name;
  }

  @Override
  public String getMimeType() {
    return "text/markdown";
  }

  @Override
  public void output(String text, Writer out) throws IOException {
    out.write(escapePlainText(text));
  }

  @Override
  public String escapePlainText(String text) {
    return mark.matcher(text.replace('\n', ' ')).replaceAll("\\\\$0");
  }

  @Override
  public boolean isLegacyBuiltInBypassed(String builtIn) {
    return false;
  }

  @Override
  protected Markdown newTemplateMarkupOutputModel(String text, String markdown) {
    return new Markdown(this, text, markdown);
  }

  /** A piece of it. */
  static final class Markdown extends CommonTemplateMarkupOutputModel<Markdown> {
    private final MarkdownFormat format;

    Markdown(MarkdownFormat format, String text, String markdown) {
      super(text, markdown);
      this.format = format;
    }

    @Override
    public MarkdownFormat getOutputFormat() {
      return format;
    }
  }
}
