package org.countywise.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.parquet.format.CompressionCodec;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Types;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.countywise.Workbench;
import org.countywise.plan.Scan;
import org.countywise.report.Finding;
import org.countywise.rows.Conform;
import org.countywise.table.Rows;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What other programs write is read for what it is, or refused for what it is. */
class OtherWritersTest {
  private static final String NOTHING = "";
  private static final String MONTH = "counted/period=2020-09";

  @TempDir private Path delivery;

  private final SparkSession spark = Workbench.session(Map.of());

  @ParameterizedTest(name = "{0} from {1}: {2}")
  @CsvSource(
      delimiter = '|',
      value = {
        "int32|int32 x (INTEGER(8,true))|-5|-5",
        "int32|int32 x (INTEGER(16,true))|-5|-5",
        "int32|int32 x (INTEGER(8,false))|200|200",
        "int32|int32 x (INTEGER(16,false))|60000|60000",
        "int64|int32 x (INTEGER(32,false))|-1|4294967295",
        "int64|int32 x|7|7",
        "int64|int64 x (INTEGER(64,false))|7|7",
        "int64|int64 x (INTEGER(64,false))|-1|rejected: x is out of the range of int64",
        "double|float x|0.5|0.5",
        "string|binary x|国|国",
        "string|binary x (ENUM)|one|one",
        "decimal(12,2)|int32 x (DECIMAL(9,2))|150|1.50",
        "decimal(12,2)|int64 x (DECIMAL(12,2))|150|1.50",
        "decimal(12,2)|int64 x (DECIMAL(18,3))|1500|1.50",
        "decimal(12,2)|int64 x (DECIMAL(18,3))|1505|rejected: x does not fit into decimal(12,2)",
        "decimal(12,2)|fixed_len_byte_array(6) x (DECIMAL(12,2))|-150|-1.50",
        "decimal(12,2)|fixed_len_byte_array(16) x (DECIMAL(38,2))|150|1.50",
        "decimal(12,2)|binary x (DECIMAL(12,2))|150|1.50",
        "date|int64 x (TIMESTAMP(MILLIS,false))|86400000|1970-01-02",
        "date|int64 x (TIMESTAMP(MICROS,true))|-86400000000|1969-12-31",
        "date|int64 x (TIMESTAMP(NANOS,false))|86400000000000|1970-01-02",
        "date|int64 x (TIMESTAMP(NANOS,false))|1|rejected: x has a time of day and is declared a date",
        "date|int64 x (TIMESTAMP(MICROS,false))|1|rejected: x has a time of day and is declared a date",
        "date|int96 x|86400|1970-01-02",
        "date|int96 x|86401|rejected: x has a time of day and is declared a date",
      })
  void shouldReadEveryFormOfAValue(String declared, String stored, String value, String expected)
      throws IOException {
    write("a", schema("optional " + stored), value, NOTHING);

    List<Row> rows = conformed(scan(column("x", declared, true)));

    assertThat(rows).extracting(OtherWritersTest::told).containsExactlyInAnyOrder(expected, "null");
  }

  private static String told(Row row) {
    Object reason = row.getAs(Rows.REASON.name());
    return reason == null ? String.valueOf(row.<Object>getAs("x")) : "rejected: " + reason;
  }

  @Test
  void shouldRejectBytesThatAreNoText() throws IOException {
    write("a", schema("optional binary x (DECIMAL(4,0))"), "-1");
    Written.say(
        delivery.resolve(MONTH).resolve("a.parquet"),
        footer -> {
          footer.getSchema().get(1).unsetConverted_type();
          footer.getSchema().get(1).unsetLogicalType();
          footer.getSchema().get(1).unsetPrecision();
          footer.getSchema().get(1).unsetScale();
        });

    assertThat(conformed(scan(column("x", "string", true))))
        .extracting(OtherWritersTest::told)
        .containsExactly("rejected: x is no text in UTF-8");
  }

  @Test
  void shouldReadFilesOfDifferentFormsTogether() throws IOException {
    write("a", schema("optional int32 x (DATE)"), "1");
    write("b", schema("optional int64 x (TIMESTAMP(NANOS,false))"), "86400000000001");
    write("c", unknown("x"), NOTHING);
    write("d", schema("optional int32 y"), "1");

    Source source = open(scan(column("x", "date", true)));

    assertThat(new Conform(source.scan()).apply(source.read(spark)).collectAsList())
        .extracting(OtherWritersTest::told)
        .containsExactlyInAnyOrder(
            "1970-01-02", "rejected: x has a time of day and is declared a date", "null", "null");
    assertThat(messages(source))
        .containsExactly(
            "file "
                + MONTH
                + "/d.parquet: column 'x' is absent, as its dataset allows, and unknown in every row;"
                + " other files have it",
            "file " + MONTH + "/d.parquet has columns that are not declared and are ignored: y");
  }

  @Test
  void shouldKeepTheRowOfAValueThatItsColumnForgives() throws IOException {
    write("a", schema("optional int64 x (TIMESTAMP(MILLIS,false))"), "86400000", "86400001");
    Scan forgiving =
        scan(
            new Scan.Column(
                "x", "date", true, false, List.of(), Scan.OnViolation.ALLOW, true, false, "x"));

    List<Row> rows = new Conform(forgiving).apply(open(forgiving).read(spark)).collectAsList();

    assertThat(rows)
        .extracting(OtherWritersTest::told)
        .containsExactlyInAnyOrder("1970-01-02", "null");
    assertThat(rows)
        .extracting(row -> row.getList(row.fieldIndex(Rows.WARNINGS.name())))
        .containsExactlyInAnyOrder(
            List.of(), List.of("x cannot be read as date, and counts as unknown"));
  }

  @Test
  void shouldRefuseAColumnWithoutAnyValueWhereItMustBeKnown() throws IOException {
    write("a", unknown("x"), NOTHING);

    assertThat(messages(open(scan(column("x", "date", false)))))
        .containsExactly(
            "file "
                + MONTH
                + "/a.parquet: column 'x' holds no value at all (its type is null), declared is date,"
                + " never unknown; deliver the file with its values, or write 'optional: true' in the"
                + " dataset if they may be unknown");
  }

  @Test
  void shouldTakeAColumnWithoutAnyValueFromAFileWithoutRows() throws IOException {
    write("a", unknown("x"));

    Source source = open(scan(column("x", "date", false)));

    assertThat(Finding.blocks(source.findings())).as("%s", messages(source)).isFalse();
    assertThat(source.read(spark).count()).isZero();
  }

  @ParameterizedTest
  @CsvSource({"a.b", "人口数_合计", "eqIncome", "two words", "tick`ed"})
  void shouldFindAColumnUnderItsNameInTheFile(String given) throws IOException {
    MessageType schema =
        Types.buildMessage()
            .addField(Types.optional(PrimitiveTypeName.INT64).named(given))
            .named("schema");
    write("a", schema, "7");
    Scan.Column column =
        new Scan.Column(
            "x", "int64", false, false, List.of(), Scan.OnViolation.REJECT, false, false, given);

    Source source = open(scan(column));

    assertThat(source.findings()).isEmpty();
    assertThat(source.range("x")).contains(new Range(7, 7));
    assertThat(conformed(source.scan())).extracting(OtherWritersTest::told).containsExactly("7");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "int64|int96 x|column 'x' is timestamp (stored as INT96), declared is int64; deliver the file"
            + " with that column as int64",
        "int64|double x|as int64, in pandas with astype('Int64')",
        "decimal(12,2)|float x|column 'x' is float, declared is decimal(12,2); deliver the file with"
            + " that column as decimal(12,2), or declare it double",
        "int64|binary x (STRING)|or write 'stored: string' in the dataset",
        "int64|int64 y|column 'x' is absent, declared is int64; deliver the file with that column",
        "int64|int64 X|it has 'X', which is another name",
        "int64|int64 \uFEFFx|it has '<U+FEFF byte order mark>x', which is another name",
      })
  void shouldSayWhatIsWrongWithAColumnAndWhatToDo(String declared, String stored, String message)
      throws IOException {
    String[] parts = stored.split(" ", 3);
    write(
        "a",
        stored.contains("\uFEFF")
            ? Types.buildMessage()
                .addField(Types.optional(PrimitiveTypeName.INT64).named(parts[1]))
                .named("schema")
            : schema("optional " + stored));

    assertThat(blockers(open(scan(column("x", declared, true)))))
        .singleElement()
        .asString()
        .contains(message);
  }

  @Test
  void shouldNotCallTwoColumnsThatDifferByCaseDamage() throws IOException {
    write("a", schema("optional int64 x; optional int64 X"), "1,2");

    assertThat(blockers(open(scan(column("x", "int64", false)))))
        .containsExactly(
            "file "
                + MONTH
                + "/a.parquet: column 'x' cannot be told from its column 'X', which differs only by"
                + " case; rename one of them or leave it out");
  }

  @Test
  void shouldNameACompressionThatCannotBeUndone() throws IOException {
    Path file = write("a", schema("optional int64 x"), "1");
    Written.say(
        file,
        footer ->
            footer
                .getRow_groups()
                .forEach(
                    group ->
                        group
                            .getColumns()
                            .forEach(
                                column ->
                                    column.getMeta_data().setCodec(CompressionCodec.BROTLI))));

    assertThat(blockers(open(scan(column("x", "int64", false)))))
        .containsExactly(
            "file "
                + MONTH
                + "/a.parquet is compressed by BROTLI that cannot be undone here: ask for it with the"
                + " compression snappy, gzip or zstd");
  }

  @Test
  void shouldSayThatTheChecksumsBesideAFileAreOfAnother() throws IOException {
    Path file = write("a", schema("optional int64 x"), "1");
    byte[] old = Files.readAllBytes(Written.checksums(file));
    Files.delete(Written.checksums(file));
    write(
        "a",
        schema("optional int64 x; optional binary long_name_of_a_column"),
        "1," + "b".repeat(900));
    Files.write(Written.checksums(file), old);

    assertThat(blockers(open(scan(column("x", "int64", false)))))
        .singleElement()
        .asString()
        .contains("a.parquet is not what the checksums beside it, in .a.parquet.crc, are of")
        .contains("delete .a.parquet.crc, else deliver it again");
  }

  @Test
  void shouldReportEveryKindOfDamage() throws IOException {
    MessageType schema = schema("optional int64 x");
    String[] rows = rows(2000);
    write("a", schema, rows);
    Path pages = write("b", schema, rows);
    Path replaced = write("c", schema, rows);
    Files.delete(Written.checksums(pages));
    Written.damage(pages);
    Written.damage(replaced);
    Source source = open(scan(column("x", "int64", false)));
    assertThat(blockers(source)).as("by footers").isEmpty();

    List<String> found =
        new Damage(spark, source).findings().stream().map(Finding::message).toList();

    assertThat(found).hasSize(2);
    assertThat(found.get(0)).contains("b.parquet has damaged pages");
    assertThat(found.get(1)).contains("c.parquet is not what the checksums beside it");
  }

  /** Rows of values with commas between them, empty where there is none. */
  private Path write(String name, MessageType schema, String... rows) throws IOException {
    Path file = delivery.resolve(MONTH).resolve(name + ".parquet");
    Files.deleteIfExists(file);
    return Written.file(
        file, schema, Arrays.stream(rows).map(row -> List.of(row.split(",", -1))).toList());
  }

  private static String[] rows(int number) {
    String[] rows = new String[number];
    Arrays.setAll(rows, i -> String.valueOf(i * 37L));
    return rows;
  }

  private static MessageType schema(String columns) {
    return MessageTypeParser.parseMessageType("message schema { " + columns + "; }");
  }

  /** As pandas writes a column that holds nothing. */
  private static MessageType unknown(String column) {
    return Types.buildMessage()
        .addField(
            Types.optional(PrimitiveTypeName.INT32)
                .as(LogicalTypeAnnotation.unknownType())
                .named(column))
        .named("schema");
  }

  private static Scan.Column column(String name, String type, boolean optional) {
    return new Scan.Column(
        name, type, optional, false, List.of(), Scan.OnViolation.ALLOW, false, false, name);
  }

  private static Scan scan(Scan.Column column) {
    return new Scan(
        "counted",
        Scan.Kind.PERIODIC,
        "counted/period={period}/*.parquet",
        "",
        "",
        Set.of(),
        List.of(column),
        List.of("x"),
        Map.of(),
        List.of(),
        List.of(),
        "",
        List.of());
  }

  private Source open(Scan scan) {
    Delivery given = Delivery.open(delivery.toString(), spark.sparkContext().hadoopConfiguration());
    return Source.open(spark, given, scan, null);
  }

  private List<Row> conformed(Scan scan) {
    return new Conform(scan).apply(open(scan).read(spark)).collectAsList();
  }

  private static List<String> messages(Source source) {
    return source.findings().stream()
        .filter(finding -> !finding.rule().equals("no_rows"))
        .map(Finding::message)
        .toList();
  }

  private static List<String> blockers(Source source) {
    return source.findings().stream()
        .filter(finding -> finding.severity() == Finding.Severity.BLOCKER)
        .map(Finding::message)
        .toList();
  }
}
