package org.countywise.report;

import freemarker.cache.ConditionalTemplateConfigurationFactory;
import freemarker.cache.FileNameGlobMatcher;
import freemarker.core.Environment;
import freemarker.core.PlainTextOutputFormat;
import freemarker.core.TemplateConfiguration;
import freemarker.template.Configuration;
import freemarker.template.Template;
import freemarker.template.TemplateDirectiveModel;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A text for people: a FreeMarker template in the resources of this package, filled in with a
 * record. {@code *.md.ftl} is Markdown, in which what is filled in is escaped; all others are plain
 * text. A number has its thousands apart and at most six decimals.
 *
 * <p>What a template names and the record lacks is an error, and so is null; where there may be
 * none, the template says what stands instead: {@code ${denominator!"–"}}.
 */
public final class TextTemplate {
  private static final Configuration TEMPLATES = templates();

  private final Template template;

  private TextTemplate(Template template) {
    this.template = template;
  }

  /** The template of a text that is the same for every reader, as {@code quality.md}. */
  public static TextTemplate of(String text) {
    try {
      return new TextTemplate(TEMPLATES.getTemplate(text + ".ftl"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The template of a text in one language, as {@code bulletin.en.md}. */
  public static TextTemplate of(String text, Language language, String format) {
    return of(text + "." + language.code() + "." + format);
  }

  /** The text, filled in. */
  public String text(Object record) {
    return text(record, Map.of());
  }

  /** The text, filled in and laid out by directives of the caller. */
  public String text(Object record, Map<String, TemplateDirectiveModel> layout) {
    StringWriter text = new StringWriter();
    try {
      Environment environment = template.createProcessingEnvironment(record, text);
      layout.forEach(environment::setVariable);
      environment.process();
    } catch (TemplateException e) {
      throw new IllegalStateException(
          "template and record do not fit: " + e.getMessageWithoutStackTop(), e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  /** What a macro of the template says of a record. */
  public String part(String macro, Object of) {
    return of("part").text(Map.of("text", template.getName(), "macro", macro, "of", of));
  }

  private static Configuration templates() {
    Configuration configuration = new Configuration(Configuration.VERSION_2_3_34);
    configuration.setClassForTemplateLoading(TextTemplate.class, "");
    configuration.setDefaultEncoding(StandardCharsets.UTF_8.name());
    configuration.setLocalizedLookup(false);
    configuration.setLocale(Locale.ROOT);
    configuration.setNumberFormat("#,##0.######;; roundingMode=halfUp");
    configuration.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
    configuration.setLogTemplateExceptions(false);
    configuration.setWrapUncheckedExceptions(true);
    configuration.setFallbackOnNullLoopVariable(false);
    configuration.setOutputFormat(PlainTextOutputFormat.INSTANCE);
    configuration.setRegisteredCustomOutputFormats(
        List.of(MarkdownFormat.PLAIN, MarkdownFormat.MARKED));
    TemplateConfiguration markdown = new TemplateConfiguration();
    markdown.setOutputFormat(MarkdownFormat.PLAIN);
    configuration.setTemplateConfigurations(
        new ConditionalTemplateConfigurationFactory(new FileNameGlobMatcher("*.md.ftl"), markdown));
    return configuration;
  }
}
