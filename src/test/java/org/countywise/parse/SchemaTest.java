package org.countywise.parse;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.countywise.report.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** An editor with the committed schemas and the strict reader judge the form of a file alike. */
class SchemaTest {
  private static final SchemaRegistry SCHEMAS =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7);
  private static final YAMLMapper YAML = new YAMLMapper();

  @ParameterizedTest
  @EnumSource
  void shouldBeASchemaItself(DefinitionFile file) throws IOException {
    Schema draft = SCHEMAS.getSchema(SchemaLocation.of("http://json-schema.org/draft-07/schema#"));

    assertThat(draft.validate(committed(file))).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("org.countywise.parse.DefinitionFile#shipped")
  void shouldAcceptWhatWeShip(Path yaml) throws IOException {
    DefinitionFile file = DefinitionFile.of(yaml);

    assertThat(flagged(schema(file), Files.readString(yaml))).isEmpty();
    assertThat(problems(file, Files.readString(yaml))).isEmpty();
  }

  @ParameterizedTest(name = "{0}: {3} for {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          jobs/employment.yaml        | misspelt key            | numerator:            | numerater:
          jobs/employment.yaml        | missing key             | unit: percent         | # no unit
          jobs/employment.yaml        | value not in the list   | take: last_december   | take: last_winter
          jobs/employment.yaml        | key without a value     | unit: percent         | 'unit: '
          jobs/employment.yaml        | text for a list         | breakdown: [          | breakdown: x # [
          jobs/datasets/person.yaml   | misspelt key            | grain:                | grian:
          jobs/datasets/person.yaml   | missing key             | 'role: identifier'    | 'note: whose'
          jobs/datasets/person.yaml   | value not in the list   | kind: snapshot        | kind: Snapshot
          jobs/datasets/person.yaml   | text for true           | 'locates: true'       | 'locates: ''true'''
          jobs/datasets/person.yaml   | text for keys           | 'title: {'            | 'title: Persons # {'
          jobs/regions.yaml           | unknown key             | digits: 2             | digits: 2, colour: red
          jobs/regions.yaml           | text for a whole number | digits: 2             | digits: two
          jobs/regions.yaml           | missing key             | level: nation,        | ''
          jobs/delivery.yaml          | misspelt key            | unreliable:           | unreliabel:
          jobs/delivery.yaml          | list for keys           | 'control_totals:'     | 'control_totals: [] #'
          jobs/claims/2020-09.yaml    | value not in the list   | says: growth          | says: groth
          jobs/claims/2020-09.yaml    | missing key             | 'region: group'       | '# region: group'
          jobs/bulletin.yaml          | misspelt key            | sentences:            | sentenses:
          jobs/bulletin.yaml          | missing key             | 'region: group'       | '# region: group'
          """)
  void shouldRefuseWithTheReader(Path yaml, String what, String right, String wrong)
      throws IOException {
    String text = Files.readString(yaml);
    DefinitionFile file = DefinitionFile.of(yaml);
    String broken = text.replaceFirst(Pattern.quote(right), wrong);

    assertThat(broken).as("%s in %s", what, yaml).isNotEqualTo(text);
    assertThat(problems(file, broken)).as("%s, to the reader", what).isNotEmpty();
    assertThat(flagged(schema(file), broken)).as("%s, to an editor", what).isNotEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void shouldAgreeWithTheReaderOnEveryDamage(DefinitionFile file) throws IOException {
    Schema schema = schema(file);
    List<String> accepted = new ArrayList<>();
    List<String> refused = new ArrayList<>();

    for (String yaml : Specimen.damaged(file.type())) {
      boolean faultless = problems(file, yaml).isEmpty();
      (faultless ? accepted : refused).add(yaml);
      assertThat(flagged(schema, yaml).isEmpty()).as(yaml).isEqualTo(faultless);
    }

    assertThat(problems(file, Specimen.yaml(Specimen.of(file.type())))).isEmpty();
    assertThat(accepted).as("texts may be numbers, optional keys may go").hasSizeGreaterThan(20);
    assertThat(refused).as("wrong values, missing and misspelt keys").hasSizeGreaterThan(50);
  }

  @Test
  void shouldAskForQuotesAroundATextNull() throws IOException {
    String yaml = "{unit: county, expected: %s, limits: {unreliable: 0.01, blocked: '0.1'}}";

    assertThat(flagged(schema(DefinitionFile.DELIVERY), String.format(yaml, "'null'"))).isEmpty();
    assertThat(flagged(schema(DefinitionFile.DELIVERY), String.format(yaml, "null"))).isNotEmpty();
    assertThat(problems(DefinitionFile.DELIVERY, String.format(yaml, "null")))
        .as("the reader knows a null that is written from a value that is not there")
        .isEmpty();
  }

  private static Schema schema(DefinitionFile file) throws IOException {
    return SCHEMAS.getSchema(committed(file));
  }

  private static JsonNode committed(DefinitionFile file) throws IOException {
    return new ObjectMapper().readTree(file.schema().toFile());
  }

  /** What an editor would underline. */
  private static List<Error> flagged(Schema schema, String yaml) throws JsonProcessingException {
    return schema.validate(YAML.readTree(yaml));
  }

  /** What the strict reader says. */
  private static List<Problem> problems(DefinitionFile file, String yaml) {
    Report report = new Report();
    YamlReader.read("broken.yaml", yaml, report)
        .ifPresent(
            node -> new RecordReader("broken.yaml", "broken.yaml", report).read(file.type(), node));
    return report.problems();
  }
}
