package org.countywise.catalogue;

import java.util.stream.Collectors;
import org.countywise.definition.Dataset;
import org.countywise.definition.Definitions;
import org.countywise.definition.Family;

/** The catalogue of a jobs folder in one language. */
public record Catalogue(Definitions definitions, Language language) {

  /** The whole catalogue as Markdown. */
  public String markdown() {
    String datasets =
        definitions.datasets().values().stream()
            .map(dataset -> new DatasetPart(dataset, language).text())
            .collect(Collectors.joining());
    String families =
        definitions.families().values().stream()
            .map(family -> new FamilyPart(family, language).text())
            .collect(Collectors.joining());
    return "# "
        + language.of("Catalogue", "指标与数据目录")
        + "\n\n"
        + language.of(
            "Generated from the definitions by `countywise catalogue`; change these, not this page.",
            "本页由 `countywise catalogue` 根据定义文件生成；请修改定义文件，不要修改本页。")
        + "\n\n"
        + contents()
        + "## "
        + language.of("Indicators, measures and rules", "指标、度量与规则")
        + "\n\n"
        + families
        + "## "
        + language.of("Datasets", "数据集")
        + "\n\n"
        + datasets.stripTrailing()
        + "\n";
  }

  private String contents() {
    Table table =
        new Table(
            language.of("family", "指标族"),
            language.of("title", "名称"),
            language.of("indicators", "指标数"));
    for (Family family : definitions.families().values()) {
      table.row(
          "[" + family.family() + "](#" + family.family() + ")",
          language.of(family.title()),
          String.valueOf(family.indicators().size()));
    }
    Table datasets = new Table(language.of("dataset", "数据集"), language.of("title", "名称"));
    for (Dataset dataset : definitions.datasets().values()) {
      datasets.row(
          "[" + dataset.dataset() + "](#dataset-" + dataset.dataset() + ")",
          language.of(dataset.title()));
    }
    return table.text() + datasets.text();
  }
}
