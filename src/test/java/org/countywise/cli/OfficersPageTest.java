package org.countywise.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.countywise.Workbench;
import org.countywise.definition.Family;
import org.countywise.definition.Watch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The officers' page: what it says, and what a browser makes of it where one is installed. */
class OfficersPageTest {
  private static final Path BROWSER = Path.of("/usr/bin/chromium");
  private static final String ATTACK = "<script>document.title='stolen'</script>\" onclick='x";
  private static final Map<String, Watch.Rule> RULES =
      Workbench.definitions("jobs").families().values().stream()
          .map(Family::watch)
          .filter(watch -> watch != null)
          .findFirst()
          .orElseThrow()
          .rules();

  @TempDir private Path folder;

  @Test
  void shouldSayOfEveryAlertWhatAnOfficerNeeds() {
    String page = page(alerts(), false).html();

    assertThat(page)
        .contains("Restricted", "内部资料")
        .contains("<b>7785</b>".replace("<b>", "<b class=\"\">"), "<b class=\"\">81</b>")
        .contains("金寨村", "永坪镇", "520526100202")
        .contains("Surge of expenses", "支出骤增")
        .contains("explained of 7785", "说明7785")
        .contains("<b>31,034.84</b> &gt; 2,191.93")
        .contains("3 months", "3个月")
        .contains("confirmed, waits for help", "已核实，待帮扶")
        .contains("<b>2</b> <span lang=\"en\">Surge of expenses</span>");
  }

  @Test
  void shouldNeedNothingFromElsewhere() {
    String page = page(alerts(), false).html();

    assertThat(page).contains("default-src 'none'").doesNotContain("http:", "https:", "url(");
    assertThat(found(page, "(?:src|href)=\"([^\"]*)\"")).containsExactly("data:,");
  }

  @Test
  void shouldShowNamesAndTextsAsTheyAreWrittenAndRunNoneOfThem() {
    String page =
        page(List.of(alert(9, "520526100299", "expense_surge", "open", "1")), false).html();

    assertThat(page)
        .contains("&lt;script&gt;document.title=&#39;stolen&#39;&lt;/script&gt;")
        .doesNotContain("<script>document.title");
    assertThat(found(page, "<(script)>")).as("scripts of the page").hasSize(1);
  }

  @Test
  void shouldSayThatThereIsNothingToDo() {
    assertThat(page(List.of(), false).html())
        .contains("No alerts for this selection in 2020-08", "没有预警，无需入户核查", "内部资料")
        .doesNotContain("<table");
  }

  @Test
  void shouldSayThatHouseholdsStandUnderPseudonyms() {
    assertThat(page(alerts(), true).html())
        .contains("Households under pseudonyms", "以代码列示")
        .doesNotContain("Names households");
  }

  @Test
  void shouldBeReadByItsOwnerOnly() throws IOException {
    Path file = folder.resolve("page.html");
    Files.writeString(file, "older, and readable for all");

    new RestrictedFile(file).write(out -> out.write("page"));

    assertThat(file).content().isEqualTo("page");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }

  @Test
  void shouldSortAndFilterWithoutAComplaintOfTheBrowser() throws Exception {
    Map<String, String> shown = shown();

    assertThat(shown)
        .containsEntry("as written", "50 7785 8243 81 9")
        .containsEntry("by number, not by digit", "9 50 81 7785 8243")
        .containsEntry("the other way", "8243 7785 81 50 9")
        .containsEntry("the shortest open first", "81 50 7785 8243 9")
        .containsEntry("the worst first again", "50 7785 8243 81 9")
        .containsEntry("of a rule", "81 9")
        .containsEntry("of a township too", "none")
        .containsEntry("of the township", "8243")
        .containsEntry("of a village", "50 7785 81")
        .containsEntry("in words", "3 of 5 shown · 金寨村 520526100202")
        .containsEntry("title", "Restricted 内部资料 · Alerts 预警清单 2020-08 · 威宁县 (Weining)");
    assertThat(Files.readAllLines(folder.resolve("err")))
        .noneMatch(line -> line.contains("CONSOLE"));
  }

  @Test
  void shouldPrintOnPagesWithAllAlerts() throws Exception {
    Path paper = folder.resolve("page.pdf");

    browse(List.of("--print-to-pdf=" + paper, "--no-pdf-header-footer"), written(""));

    byte[] pdf = Files.readAllBytes(paper);
    String text = new String(pdf, StandardCharsets.ISO_8859_1);
    assertThat(text).startsWith("%PDF");
    assertThat(found(text, "/MediaBox \\[([^\\]]*)\\]"))
        .as("A4 across, in points")
        .isNotEmpty()
        .allMatch(box -> box.matches("0 0 841\\.\\d+ 59[45]\\.\\d+"));
  }

  /** The households that a reader sees after each of some steps. */
  private Map<String, String> shown() throws Exception {
    String dom =
        browse(
            List.of("--enable-logging=stderr", "--dump-dom"),
            written(
                """
                function key(name) { document.querySelector('[data-key=' + name + ']').click(); }
                function choose(id, value) {
                  var list = document.getElementById(id);
                  list.value = value;
                  list.dispatchEvent(new Event('change'));
                }
                function note(step, text) {
                  var line = document.createElement('pre');
                  line.textContent = '{' + step + '=' + text + '}';
                  document.body.appendChild(line);
                }
                function see(step) {
                  var rows = Array.from(document.querySelectorAll('tbody tr')).filter(r => r.offsetParent);
                  note(step, rows.map(r => r.querySelector('[data-is=household]').textContent).join(' ') || 'none');
                }
                see('as written');
                key('household'); see('by number, not by digit');
                key('household'); see('the other way');
                key('farness'); key('months'); key('months'); see('the shortest open first');
                key('farness'); see('the worst first again');
                choose('rule', 'low_income'); see('of a rule');
                choose('township', '520526101'); see('of a township too');
                choose('rule', ''); see('of the township');
                choose('township', ''); choose('village', '520526100202'); see('of a village');
                note('in words', document.getElementById('shown').textContent);
                note('title', document.title);
                """));
    return Pattern.compile("<pre>\\{([^=]*)=([^}]*)}</pre>")
        .matcher(dom)
        .results()
        .collect(Collectors.toMap(step -> step.group(1), step -> step.group(2)));
  }

  /** The page as a file, with a script at its end that does what a reader would. */
  private Path written(String script) throws IOException {
    Path file = folder.resolve("page.html");
    String page = page(alerts(), false).html();
    Files.writeString(
        file, page.replace("</body>", "<script>%s</script></body>".formatted(script)));
    return file;
  }

  private String browse(List<String> options, Path page) throws Exception {
    assumeThat(BROWSER).as("a browser that is not installed here").exists();
    List<String> command = new ArrayList<>(List.of(BROWSER.toString()));
    command.addAll(
        List.of(
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--lang=en",
            "--user-data-dir=" + folder.resolve("profile")));
    command.addAll(options);
    command.add(page.toUri().toString());
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(folder.resolve("out").toFile())
            .redirectError(folder.resolve("err").toFile())
            .start();
    assertThat(process.waitFor(2, TimeUnit.MINUTES)).as("the browser ends").isTrue();
    return Files.readString(folder.resolve("out"));
  }

  private static List<String> found(String text, String regex) {
    return Pattern.compile(regex)
        .matcher(text)
        .results()
        .map((MatchResult m) -> m.group(1))
        .toList();
  }

  /** The worst first, as the ledger lists them. */
  private static List<AlertRow> alerts() {
    return List.of(
        alert(50, "520526100202", "expense_surge", "open", null),
        alert(7785, "520526100202", "expense_surge", "open", "13.158700"),
        alert(8243, "520526101200", "job_loss", "open", "1.000000"),
        alert(81, "520526100202", "low_income", "confirmed", "0.500000"),
        alert(9, "520526100299", "low_income", "open", "0.250000"));
  }

  private static AlertRow alert(
      long household, String village, String rule, String status, String distance) {
    Map<String, Object> columns = new HashMap<>();
    columns.put("household_id", household);
    columns.put("village_code", village);
    columns.put("period", "2020-08");
    columns.put("rule", rule);
    columns.put("observed", new BigDecimal("31034.84"));
    columns.put("threshold", new BigDecimal("2191.93"));
    columns.put("distance", distance == null ? null : new BigDecimal(distance));
    columns.put("unit", "yuan");
    columns.put("explanation_en", "explained of " + household);
    columns.put("explanation_zh", "说明" + household);
    columns.put("first_period", "2020-06");
    columns.put("status", status);
    columns.put("answered_period", status.equals("open") ? null : "2020-07");
    return new AlertRow(columns);
  }

  private static OfficersPage page(List<AlertRow> alerts, boolean pseudonymous) {
    Map<String, Region> regions = new HashMap<>();
    Stream.of(
            new Region("520526", "county", "威宁县", "Weining"),
            new Region("520526100", "township", "永坪镇", ""),
            new Region("520526101", "township", "新寨乡", ""),
            new Region("520526100202", "village", "金寨村", ""),
            new Region("520526101200", "village", "大桥村", ""),
            new Region("520526100299", "village", ATTACK, ""))
        .forEach(region -> regions.put(region.code(), region));
    Map<String, String> parents =
        Map.of(
            "520526100", "520526",
            "520526101", "520526",
            "520526100202", "520526100",
            "520526100299", "520526100",
            "520526101200", "520526101");
    AlertList list = new AlertList("2020-08", "520526", alerts, Map.of(), pseudonymous);
    return new OfficersPage(list, new AlertPlaces(regions, parents), RULES, "r0001");
  }
}
