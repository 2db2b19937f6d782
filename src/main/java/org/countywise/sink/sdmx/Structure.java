package org.countywise.sink.sdmx;

import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a data file of a release is made of: the dataflow, its data structure, the concepts, and the
 * code lists, those of the release and those that are the same for all.
 *
 * @param release id of the release
 * @param prepared when the message is written
 * @param codes of the lists of the release, by component
 */
public record Structure(String release, Instant prepared, Map<Component, List<Coded>> codes) {
  private static final String AGENCY = "COUNTYWISE";
  private static final String VERSION = "1.0";
  private static final String DATAFLOW = "DF_INDICATORS";
  private static final String DATA_STRUCTURE = "DSD_INDICATORS";
  private static final String CONCEPTS = "CS_INDICATORS";
  private static final String SCHEMA =
      "https://raw.githubusercontent.com/sdmx-twg/sdmx-json/master/structure-message/tools/schemas/2.0.0/sdmx-json-structure-schema.json";

  /** How a data file names what its rows are structured by. */
  public static final String DATAFLOW_ID = AGENCY + ":" + DATAFLOW + "(" + VERSION + ")";

  /**
   * A code.
   *
   * @param id as SDMX allows it
   * @param description what it means in more words, empty for nothing
   * @param parent id of the code it is part of, empty for none
   */
  public record Coded(String id, Words name, Words description, String parent) {
    private static final Words NOTHING = new Words("", "");

    /** A code that stands for itself. */
    public Coded(String id, Words name) {
      this(id, name, NOTHING, "");
    }
  }

  /** The structure message as SDMX-JSON 2.0. */
  public String json() {
    return new StructureMessage(
            new StructureMessage.Meta(
                SCHEMA,
                "COUNTYWISE-" + SdmxId.of(release, ' '),
                false,
                prepared.toString(),
                List.of("en", "zh"),
                new StructureMessage.Party(AGENCY)),
            new StructureMessage.Data(
                List.of(dataflow()),
                List.of(dataStructure()),
                List.of(conceptScheme()),
                Arrays.stream(Component.values())
                    .filter(component -> component.kind() == Component.Kind.CODES)
                    .map(this::codelist)
                    .toList()))
        .json();
  }

  private static StructureMessage.Dataflow dataflow() {
    return new StructureMessage.Dataflow(
        maintained(DATAFLOW), urn("datastructure.DataStructure", DATA_STRUCTURE));
  }

  private static StructureMessage.DataStructure dataStructure() {
    List<StructureMessage.Described> attributes =
        Arrays.stream(Component.values())
            .filter(component -> !relationship(component).isEmpty())
            .map(Structure::described)
            .toList();
    return new StructureMessage.DataStructure(
        maintained(DATA_STRUCTURE),
        new StructureMessage.DataStructureComponents(
            new StructureMessage.AttributeList("AttributeDescriptor", attributes),
            new StructureMessage.DimensionList(
                "DimensionDescriptor",
                described(Component.Role.DIMENSION),
                described(Component.TIME_PERIOD)),
            new StructureMessage.MeasureList(
                "MeasureDescriptor", described(Component.Role.MEASURE))));
  }

  private static List<StructureMessage.Described> described(Component.Role role) {
    return Component.of(role).stream().map(Structure::described).toList();
  }

  private static StructureMessage.Described described(Component component) {
    Map<String, Object> relationship = relationship(component);
    boolean key =
        component.role() == Component.Role.DIMENSION || component.role() == Component.Role.TIME;
    return new StructureMessage.Described(
        component.name(),
        key ? null : component == Component.OBS_STATUS ? "mandatory" : "optional",
        relationship.isEmpty() ? null : relationship,
        urn("conceptscheme.Concept", CONCEPTS) + "." + component.name(),
        component.kind() == Component.Kind.CODES
            ? new StructureMessage.Representation(
                urn("codelist.Codelist", component.codelist()), null)
            : new StructureMessage.Representation(
                null, new StructureMessage.Format(component.kind().dataType())));
  }

  /** What an attribute is said of; empty for what is no attribute. */
  private static Map<String, Object> relationship(Component component) {
    return switch (component.role()) {
      case ATTRIBUTE -> Map.of("observation", Map.of());
      case OF_INDICATOR -> Map.of("dimensions", List.of(Component.INDICATOR.name()));
      case DIMENSION, TIME, MEASURE -> Map.of();
    };
  }

  private static StructureMessage.ConceptScheme conceptScheme() {
    return new StructureMessage.ConceptScheme(
        maintained(CONCEPTS),
        Arrays.stream(Component.values())
            .map(component -> item(new Coded(component.name(), Words.named(component.name()))))
            .toList());
  }

  /**
   * A list; of one without codes, as of a release without values, the message says nothing more.
   */
  private StructureMessage.Codelist codelist(Component component) {
    List<StructureMessage.Item> items =
        codes.getOrDefault(component, Words.codes(component.codelist())).stream()
            .map(Structure::item)
            .toList();
    return new StructureMessage.Codelist(
        maintained(component.codelist(), Words.named(component.name())),
        items.isEmpty() ? null : items);
  }

  private static StructureMessage.Maintained maintained(String id) {
    return maintained(id, Words.named(id));
  }

  private static StructureMessage.Maintained maintained(String id, Words name) {
    return new StructureMessage.Maintained(id, AGENCY, VERSION, name.en(), names(name));
  }

  private static StructureMessage.Item item(Coded code) {
    Words name = code.name().orElse(code.id());
    Map<String, String> descriptions = names(code.description());
    return new StructureMessage.Item(
        code.id(),
        best(name),
        names(name),
        descriptions.isEmpty() ? null : best(code.description()),
        descriptions.isEmpty() ? null : descriptions,
        code.parent().isEmpty() ? null : code.parent());
  }

  private static String best(Words words) {
    return words.en().isEmpty() ? words.zh() : words.en();
  }

  private static Map<String, String> names(Words words) {
    Map<String, String> names = new LinkedHashMap<>();
    names.put("en", words.en());
    names.put("zh", words.zh());
    names.values().removeIf(String::isEmpty);
    return names;
  }

  private static String urn(String type, String id) {
    return "urn:sdmx:org.sdmx.infomodel." + type + "=" + AGENCY + ":" + id + "(" + VERSION + ")";
  }
}
