package org.countywise.sink.sdmx;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.Map;

/**
 * A structure message of SDMX-JSON 2.0, key for key.
 *
 * @see <a href="https://github.com/sdmx-twg/sdmx-json">its field guide and schema</a>
 */
record StructureMessage(Meta meta, Data data) {
  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .defaultPropertyInclusion(
              JsonInclude.Value.construct(
                  JsonInclude.Include.NON_NULL, JsonInclude.Include.USE_DEFAULTS))
          .build();

  /** The message as JSON. */
  String json() {
    try {
      return MAPPER.writeValueAsString(this);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a structure message is plain data", e);
    }
  }

  record Meta(
      String schema,
      String id,
      boolean test,
      String prepared,
      List<String> contentLanguages,
      Party sender) {}

  record Party(String id) {}

  record Data(
      List<Dataflow> dataflows,
      List<DataStructure> dataStructures,
      List<ConceptScheme> conceptSchemes,
      List<Codelist> codelists) {}

  /** What every structure is called that an agency maintains. */
  record Maintained(
      String id,
      @JsonProperty("agencyID") String agency,
      String version,
      String name,
      Map<String, String> names) {}

  record Dataflow(@JsonUnwrapped Maintained maintained, String structure) {}

  record DataStructure(
      @JsonUnwrapped Maintained maintained, DataStructureComponents dataStructureComponents) {}

  record DataStructureComponents(
      AttributeList attributeList, DimensionList dimensionList, MeasureList measureList) {}

  record AttributeList(String id, List<Described> attributes) {}

  record DimensionList(String id, List<Described> dimensions, Described timeDimension) {}

  record MeasureList(String id, List<Described> measures) {}

  /** A dimension, measure or attribute; what does not belong to it is null. */
  record Described(
      String id,
      String usage,
      Map<String, Object> attributeRelationship,
      String conceptIdentity,
      Representation localRepresentation) {}

  /** Codes of a list, or values of a type; the other is null. */
  record Representation(String enumeration, Format format) {}

  record Format(String dataType) {}

  record ConceptScheme(@JsonUnwrapped Maintained maintained, List<Item> concepts) {}

  /** A code list; one without codes has null, since SDMX knows no empty list. */
  record Codelist(@JsonUnwrapped Maintained maintained, List<Item> codes) {}

  /** A code or a concept; without description or parent these are null. */
  record Item(
      String id,
      String name,
      Map<String, String> names,
      String description,
      Map<String, String> descriptions,
      String parent) {}
}
