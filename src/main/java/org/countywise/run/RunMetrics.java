package org.countywise.run;

import com.codahale.metrics.Gauge;
import com.codahale.metrics.MetricRegistry;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.ToLongFunction;
import org.apache.spark.SparkContext;
import org.apache.spark.api.plugin.DriverPlugin;
import org.apache.spark.api.plugin.ExecutorPlugin;
import org.apache.spark.api.plugin.PluginContext;
import org.apache.spark.api.plugin.SparkPlugin;
import org.countywise.report.Cost;

/**
 * What the runs of this process have cost so far, beside Spark's own metrics and through the sinks
 * that Spark is told of: {@code spark.plugins=org.countywise.run.RunMetrics}. All numbers only
 * grow: {@code rows.read}, {@code rows.reused}, {@code rows.rejected}, and by step {@code
 * milliseconds.measure}, {@code cells.measure} and so on.
 *
 * <p>Spark makes the plugin itself and hands nobody a reference to it, so numbers are kept by the
 * process.
 */
public final class RunMetrics implements SparkPlugin {
  private static final Map<String, AtomicLong> NUMBERS = new TreeMap<>();

  static {
    List.of("rows.read", "rows.reused", "rows.rejected").forEach(RunMetrics::add);
    for (Phase phase : Phase.values()) {
      add(milliseconds(phase));
      add(cells(phase));
    }
  }

  private static void add(String name) {
    NUMBERS.put(name, new AtomicLong());
  }

  private static String milliseconds(Phase phase) {
    return "milliseconds." + phase.word();
  }

  private static String cells(Phase phase) {
    return "cells." + phase.word();
  }

  /** A step has ended. */
  static void passed(Phase phase, long nanos) {
    grow(milliseconds(phase), TimeUnit.NANOSECONDS.toMillis(nanos));
  }

  /** Rows were judged. */
  static void rows(List<Cost> ofDatasets) {
    grow("rows.read", sum(ofDatasets, Cost::rows));
    grow("rows.reused", sum(ofDatasets, Cost::reused));
    grow("rows.rejected", sum(ofDatasets, Cost::rejected));
  }

  /** Something came out of a step. */
  static void came(Phase phase, long number) {
    grow(cells(phase), number);
  }

  private static long sum(List<Cost> costs, ToLongFunction<Cost> of) {
    return costs.stream().mapToLong(of).sum();
  }

  private static void grow(String name, long by) {
    NUMBERS.get(name).addAndGet(by);
  }

  @Override
  public DriverPlugin driverPlugin() {
    return new DriverPlugin() {
      @Override
      public Map<String, String> init(SparkContext spark, PluginContext context) {
        register(context.metricRegistry());
        return Map.of();
      }
    };
  }

  private static void register(MetricRegistry registry) {
    NUMBERS.forEach((name, number) -> registry.register(name, (Gauge<Long>) number::get));
  }

  /** Executors have nothing to say. */
  @Override
  public ExecutorPlugin executorPlugin() {
    return null;
  }
}
