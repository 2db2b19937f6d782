package org.countywise.report;

import freemarker.core.CommonMarkupOutputFormat;
import freemarker.core.CommonTemplateMarkupOutputModel;
import java.io.IOException;
import java.io.Writer;
import java.util.regex.Pattern;

/** Markdown, as the templates write it: nothing that is filled in is taken for a mark. */
final class MarkdownFormat extends CommonMarkupOutputFormat<MarkdownFormat.Markdown> {
  static final MarkdownFormat INSTANCE = new MarkdownFormat();
  private static final Pattern MARK = Pattern.compile("[\\\\|_*\\[<]");

  private MarkdownFormat() {}

  @Override
  public String getName() {
    return "Markdown";
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
    return MARK.matcher(text).replaceAll("\\\\$0");
  }

  @Override
  public boolean isLegacyBuiltInBypassed(String builtIn) {
    return false;
  }

  @Override
  protected Markdown newTemplateMarkupOutputModel(String text, String markdown) {
    return new Markdown(text, markdown);
  }

  /** A piece of it. */
  static final class Markdown extends CommonTemplateMarkupOutputModel<Markdown> {
    Markdown(String text, String markdown) {
      super(text, markdown);
    }

    @Override
    public MarkdownFormat getOutputFormat() {
      return INSTANCE;
    }
  }
}
