package org.countywise.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.codahale.metrics.MetricRegistry;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.apache.spark.api.plugin.PluginContext;
import org.countywise.report.Cost;
import org.junit.jupiter.api.Test;

/** What a registry that Spark hands to the plugin says. */
class RunMetricsTest {
  private final MetricRegistry registry = registered();

  /** A registry that the plugin has put its numbers into, as Spark lets it. */
  static MetricRegistry registered() {
    MetricRegistry registry = new MetricRegistry();
    PluginContext context =
        (PluginContext)
            Proxy.newProxyInstance(
                PluginContext.class.getClassLoader(),
                new Class<?>[] {PluginContext.class},
                (proxy, method, arguments) -> registry);
    assertThat(new RunMetrics().driverPlugin().init(null, context)).isEmpty();
    return registry;
  }

  /** All numbers of a registry by name. */
  static Map<String, Long> numbers(MetricRegistry registry) {
    Map<String, Long> numbers = new TreeMap<>();
    registry.getGauges().forEach((name, gauge) -> numbers.put(name, (Long) gauge.getValue()));
    return numbers;
  }

  @Test
  void shouldAddUpWhatRunsCost() {
    Map<String, Long> before = numbers(registry);

    RunMetrics.passed(Phase.MEASURE, TimeUnit.MILLISECONDS.toNanos(1500));
    RunMetrics.passed(Phase.MEASURE, TimeUnit.MILLISECONDS.toNanos(500));
    RunMetrics.came(Phase.CUBE, 42);
    RunMetrics.rows(
        List.of(
            Cost.of("measure", "person", new Cost.Rows(100, 4000, 30, 2)),
            Cost.of("measure", "village", new Cost.Rows(10, 400, 0, 1))));

    Map<String, Long> after = numbers(registry);
    after.replaceAll((name, number) -> number - before.get(name));
    after.values().removeIf(grown -> grown == 0);
    assertThat(after)
        .isEqualTo(
            Map.of(
                "milliseconds.measure", 2000L,
                "cells.cube", 42L,
                "rows.read", 110L,
                "rows.reused", 30L,
                "rows.rejected", 3L));
  }

  @Test
  void shouldHaveNothingToSayOnExecutors() {
    assertThat(new RunMetrics().executorPlugin()).isNull();
  }
}
