package org.countywise.report;

import freemarker.cache.ConditionalTemplateConfigurationFactory;
import freemarker.cache.FileNameGlobMatcher;
import freemarker.cache.FirstMatchTemplateConfigurationFactory;
import freemarker.cache.TemplateConfigurationFactory;
import freemarker.core.Environment;
import freemarker.core.HTMLOutputFormat;
import freemarker.core.OutputFormat;
import freemarker.core.PlainTextOutputFormat;
import freemarker.core.TemplateConfiguration;
import freemarker.ext.beans.ZeroArgumentNonVoidMethodPolicy;
import freemarker.template.Configuration;
import freemarker.template.DefaultObjectWrapperBuilder;
import freemarker.template.ObjectWrapper;
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
 * record. What is filled in is escaped in Markdown, {@code *.md.ftl}, and in HTML, {@code
 * *.html.ftl}; all else is plain text. A number has its thousands apart and at most six decimals.
 *
 * <p>What a template names and the record lacks is an error, and so is null; where there may be
 * none, the template says what stands instead: {@code ${denominator!"–"}}.
 */
public final class TextTemplate {
  private static final ZeroArgumentNonVoidMethodPolicy ACCESSOR =
      ZeroArgumentNonVoidMethodPolicy.BOTH_METHOD_AND_PROPERTY_UNLESS_BEAN_PROPERTY_READ_METHOD;
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
    configuration.setObjectWrapper(records());
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
    configuration.setTemplateConfigurations(
        new FirstMatchTemplateConfigurationFactory(
                escaped("*.md.ftl", MarkdownFormat.PLAIN),
                escaped("*.html.ftl", HTMLOutputFormat.INSTANCE))
            .allowNoMatch(true));
    return configuration;
  }

  /**
   * Accessors of records, and methods of enums, read as fields. FreeMarker would tell records apart
   * by classes of its multi-release jar, which our jar for a cluster does not have.
   */
  private static ObjectWrapper records() {
    DefaultObjectWrapperBuilder wrapper =
        new DefaultObjectWrapperBuilder(Configuration.VERSION_2_3_34);
    wrapper.setDefaultZeroArgumentNonVoidMethodPolicy(ACCESSOR);
    wrapper.setRecordZeroArgumentNonVoidMethodPolicy(ACCESSOR);
    return wrapper.build();
  }

  private static TemplateConfigurationFactory escaped(String files, OutputFormat format) {
    TemplateConfiguration configuration = new TemplateConfiguration();
    configuration.setOutputFormat(format);
    return new ConditionalTemplateConfigurationFactory(
        new FileNameGlobMatcher(files), configuration);
  }
}
