package org.countywise.catalogue;

import java.util.Locale;
import org.countywise.definition.Dataset;

/** A dataset: what a row is, its columns, what is computed and what a row points to. */
record DatasetPart(Dataset dataset, Language language) {

  String text() {
    return anchor(dataset.dataset())
        + "### "
        + dataset.dataset()
        + "\n\n"
        + language.of(dataset.title())
        + language.of(". ", "。")
        + kind()
        + language.of("; ", "；")
        + dataset.grain()
        + language.of(". Key: ", "。主键：")
        + (dataset.hasKey()
            ? Table.code(String.join(", ", dataset.key()))
            : language.of("none, two rows alike are two", "无，相同的两行算两行"))
        + language.of(". Files: ", "。文件：")
        + (dataset.files() == null
            ? language.of("none, a run makes it", "无，由运行生成")
            : Table.code(dataset.files()))
        + "\n\n"
        + columns()
        + computed()
        + references();
  }

  /** Where links to a dataset lead; a family may have the same name. */
  static String anchor(String dataset) {
    return "<a id=\"dataset-" + dataset + "\"></a>\n\n";
  }

  private String kind() {
    return switch (dataset.kind()) {
      case SNAPSHOT -> language.of("The state on the period's last day", "期末状态");
      case EVENTS -> language.of("What happened within the period", "本期发生");
      case REFERENCE -> language.of("Reference data without periods", "基础资料，不分期");
    };
  }

  private String columns() {
    Table table =
        new Table(
            language.of("column", "列"),
            language.of("type", "类型"),
            language.of("role", "用途"),
            language.of("unit", "单位"),
            language.of("values and notes", "取值与说明"));
    dataset
        .columns()
        .forEach(
            (name, of) ->
                table.row(
                    Table.code(name),
                    of.type() + (Boolean.TRUE.equals(of.optional()) ? "?" : ""),
                    of.role().name().toLowerCase(Locale.ROOT),
                    of.unit() == null ? "" : of.unit(),
                    notes(of)));
    return table.text();
  }

  private static String notes(Dataset.Column column) {
    String values = String.join(", ", column.values());
    String note = column.note() == null ? "" : column.note();
    return values + (values.isEmpty() || note.isEmpty() ? "" : "; ") + note;
  }

  private String computed() {
    Table table = new Table(language.of("computed", "计算列"), language.of("expression", "表达式"));
    dataset.computed().forEach((name, sql) -> table.row(Table.code(name), Table.code(sql)));
    return table.text();
  }

  private String references() {
    Table table =
        new Table(
            language.of("points to", "指向"),
            language.of("dataset", "数据集"),
            language.of("by", "依据"),
            language.of("if it is not there", "找不到时"));
    dataset
        .references()
        .forEach(
            (name, to) ->
                table.row(
                    Table.code(name),
                    to.dataset(),
                    Table.code(String.join(", ", to.on())),
                    to.missing().name().toLowerCase(Locale.ROOT)));
    return table.text();
  }
}
