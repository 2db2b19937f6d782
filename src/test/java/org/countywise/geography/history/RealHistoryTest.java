package org.countywise.geography.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.countywise.Workbench;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every code of county level and above since 1981, as published. */
class RealHistoryTest {
  private static final LocalDate END_OF_2014 = LocalDate.of(2014, 12, 31);
  private static final LocalDate END_OF_2020 = LocalDate.of(2020, 12, 31);
  private static CodeHistory codeHistory;

  @BeforeAll
  static void read() throws IOException {
    Path file = Workbench.data().resolve("region/areacodes.csv");
    assumeTrue(Files.exists(file), () -> file + " is not there");
    List<Validity> validities = new ArrayList<>();
    List<Change> changes = new ArrayList<>();
    for (String line : Files.readAllLines(file).stream().skip(1).toList()) {
      String[] field = line.split(",", -1);
      validities.add(new Validity(field[0], level(field[4]), null, day(field[6]), day(field[7])));
      for (String next : field[8].split(";", -1)) {
        if (!next.isEmpty()) {
          changes.add(change(field[0], next, field[7]));
        }
      }
    }
    codeHistory = new CodeHistory(validities, changes);
  }

  private static Change change(String code, String next, String year) {
    boolean part = next.contains("[");
    String on = part ? next.substring(next.indexOf('[') + 1, next.indexOf(']')) : year;
    return new Change(code, next.substring(0, 6), day(on), part ? "transfer" : "merge");
  }

  /** The source knows the state at the end of each year. */
  private static LocalDate day(String year) {
    return year.isEmpty() ? null : LocalDate.of(Integer.parseInt(year), 12, 31);
  }

  private static String level(String name) {
    return switch (name) {
      case "省级" -> "province";
      case "地级" -> "prefecture";
      default -> "county";
    };
  }

  @Test
  void shouldLeadEveryCountyOf2014ToThoseOf2020() {
    Map<Integer, Integer> found = new TreeMap<>();
    Map<String, Set<String>> divided = new TreeMap<>();
    int same = 0;
    for (String county : counties(END_OF_2014)) {
      Set<String> successors = new Succession(codeHistory).of(county, END_OF_2014, END_OF_2020);
      assertThat(successors)
          .as(county)
          .isNotEmpty()
          .allMatch(code -> codeHistory.knows(code, END_OF_2020));
      found.merge(successors.size(), 1, Integer::sum);
      same += successors.equals(Set.of(county)) ? 1 : 0;
      if (successors.size() > 1) {
        divided.put(county, successors);
      }
    }

    assertThat(same).as("counties with the code they had").isEqualTo(2646);
    assertThat(found).as("counties by number of successors").isEqualTo(Map.of(1, 2843, 2, 7, 3, 4));
    assertThat(divided).isEqualTo(reviewed());
  }

  @Test
  void shouldLeadEveryCountyOf2020BackToThoseOf2014() {
    for (String county : counties(END_OF_2020)) {
      Set<String> before = new Succession(codeHistory).of(county, END_OF_2020, END_OF_2014);
      if (!before.isEmpty()) {
        assertThat(before).as(county).allMatch(code -> codeHistory.knows(code, END_OF_2014));
      }
      Set<String> ways = new TreeSet<>(Set.of(county));
      codeHistory.arriving(county).forEach(change -> ways.add(change.from()));
      for (String old : before) {
        assertThat(new Succession(codeHistory).of(old, END_OF_2014, END_OF_2020))
            .as("%s came from %s, or by what became of that", county, old)
            .containsAnyElementsOf(ways);
      }
    }
  }

  @Test
  void shouldFindNoCircle() {
    assertThat(new Succession(codeHistory).circular()).isEmpty();
  }

  @Test
  void shouldFollowTheOnlyListedCountyWhoseCodeChanged() {
    assertThat(new Succession(codeHistory).of("533321", END_OF_2014, END_OF_2020))
        .containsExactly("533301");
    assertThat(new Succession(codeHistory).of("533301", END_OF_2020, END_OF_2014))
        .containsExactly("533321");
  }

  private static Set<String> counties(LocalDate day) {
    Set<String> counties = new TreeSet<>();
    for (String code : codeHistory.codes()) {
      codeHistory
          .find(code, day)
          .filter(validity -> validity.level().equals("county"))
          .ifPresent(validity -> counties.add(code));
    }
    return counties;
  }

  private static Map<String, Set<String>> reviewed() {
    Map<String, Set<String>> divided = new TreeMap<>();
    try (InputStream file =
        RealHistoryTest.class.getResourceAsStream("/region/divided-2014-2020.csv")) {
      String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
      text.lines()
          .skip(1)
          .map(line -> line.split(",", -1))
          .forEach(field -> divided.put(field[0], new TreeSet<>(List.of(field[2].split(";", -1)))));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return divided;
  }
}
