package org.countywise.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Observations of SDMX and their structure, read back by another program. */
class SdmxExportTest {
  @TempDir private static Path out;
  private static SmallRelease release;

  @BeforeAll
  static void export() {
    release = SmallRelease.shared();
    Exports.to(out, "sdmx-csv");
  }

  @Test
  void shouldWriteObservationsOfSdmxThatDuckDbReads() throws SQLException {
    assertThat(
            Exports.rows(
                """
                select INDICATOR, replace(REF_AREA, '@', ':'), null, TIME_PERIOD,
                  case BREAKDOWN when '_T' then ''
                    when 'kind@$519C$4E1A$002C$0020$0022x$0022' then 'kind=农业, "x"' end,
                  OBS_VALUE::double, NUMERATOR::decimal(38,6), DENOMINATOR::decimal(38,6),
                  OBS_STATUS, RELEASE
                from read_csv('%s/observations.csv', header = true, all_varchar = true)
                where STRUCTURE = 'dataflow' and ACTION = 'R' and FREQ = 'M'
                  and STRUCTURE_ID = 'COUNTYWISE:DF_INDICATORS(1.0)'
                  and (CONF_STATUS = 'F') = (OBS_STATUS <> 'Q')
                """
                    .formatted(out)))
        .isEqualTo(
            SmallRelease.sorted(
                release.values("r0002").stream().map(SdmxExportTest::withoutLevel).toList()));
    assertThat(
            Exports.rows(
                "select distinct INDICATOR, UNIT_MEASURE, DECIMALS from read_csv('"
                    + out
                    + "/observations.csv', header = true, all_varchar = true) where OBS_STATUS = 'A'"))
        .contains(
            Arrays.asList("employment_rate", "percent", "2"),
            Arrays.asList("industry_invested", "as@stated", "1"));
  }

  @Test
  void shouldMarkAllOfARestrictedExportAsNotForPublication(@TempDir Path folder)
      throws SQLException {
    Exports.to(folder, "sdmx-csv", "--restricted");

    assertThat(
            Exports.rows(
                "select distinct CONF_STATUS from read_csv('%s/observations.csv', header = true)"
                    .formatted(folder)))
        .containsExactly(List.of("N"));
  }

  private static List<String> withoutLevel(List<String> row) {
    List<String> copy = new ArrayList<>(row);
    copy.set(2, null);
    return copy;
  }

  @Test
  void shouldSayInTheStructureWhatEveryCodeMeans() throws IOException, SQLException {
    JsonNode data =
        new ObjectMapper().readTree(Files.readString(out.resolve("structure.json"))).get("data");
    Map<String, String> lists =
        Map.of(
            "FREQ",
            "CL_FREQ",
            "INDICATOR",
            "CL_INDICATOR",
            "REF_AREA",
            "CL_REF_AREA",
            "BREAKDOWN",
            "CL_BREAKDOWN",
            "OBS_STATUS",
            "CL_OBS_STATUS",
            "CONF_STATUS",
            "CL_CONF_STATUS",
            "UNIT_MEASURE",
            "CL_UNIT_MEASURE");

    for (Map.Entry<String, String> list : lists.entrySet()) {
      Set<String> used = new TreeSet<>();
      Exports.rows(
              "select distinct "
                  + list.getKey()
                  + " from read_csv('"
                  + out
                  + "/observations.csv', header = true, all_varchar = true)")
          .forEach(row -> used.add(row.get(0)));
      assertThat(ids(item(data.get("codelists"), list.getValue()).get("codes")))
          .as(list.getValue())
          .containsAll(used);
    }
    JsonNode listed = item(item(data.get("codelists"), "CL_REF_AREA").get("codes"), "group@listed");
    assertThat(listed.at("/names/zh").asText()).isEqualTo("挂牌县");
    JsonNode county = item(item(data.get("codelists"), "CL_REF_AREA").get("codes"), "522633");
    assertThat(county.get("name").asText()).isEqualTo("从江县");
    assertThat(county.has("parent")).as("a parent that is no code").isFalse();
  }

  @Test
  void shouldResolveEveryReferenceOfTheStructure() throws IOException {
    JsonNode data =
        new ObjectMapper().readTree(Files.readString(out.resolve("structure.json"))).get("data");
    JsonNode parts = data.at("/dataStructures/0/dataStructureComponents");
    List<JsonNode> components = new ArrayList<>();
    parts.at("/dimensionList/dimensions").forEach(components::add);
    components.add(parts.at("/dimensionList/timeDimension"));
    parts.at("/measureList/measures").forEach(components::add);
    parts.at("/attributeList/attributes").forEach(components::add);

    String head = Files.readAllLines(out.resolve("observations.csv")).get(0);
    assertThat("STRUCTURE,STRUCTURE_ID,ACTION," + String.join(",", ids(components)))
        .isEqualTo(head);
    for (JsonNode component : components) {
      String concept = component.get("conceptIdentity").asText();
      assertThat(ids(data.at("/conceptSchemes/0/concepts")))
          .contains(concept.substring(concept.lastIndexOf('.') + 1));
      JsonNode list = component.at("/localRepresentation/enumeration");
      if (!list.isMissingNode()) {
        String id = list.asText().replaceFirst(".*:(\\w+)\\(1\\.0\\)$", "$1");
        assertThat(item(data.get("codelists"), id).get("codes")).as(id).isNotEmpty();
      }
    }
    assertThat(data.at("/dataflows/0/structure").asText())
        .endsWith("COUNTYWISE:DSD_INDICATORS(1.0)");
  }

  private static JsonNode item(JsonNode items, String id) {
    for (JsonNode item : items) {
      if (item.get("id").asText().equals(id)) {
        return item;
      }
    }
    throw new AssertionError("no '" + id + "' among " + ids(items));
  }

  private static List<String> ids(Iterable<JsonNode> items) {
    List<String> ids = new ArrayList<>();
    items.forEach(item -> ids.add(item.get("id").asText()));
    return ids;
  }
}
