package org.countywise.store;

import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.countywise.release.Table;
import org.countywise.rows.Partition;
import org.countywise.table.Parts;
import org.countywise.table.Rows;

/**
 * Rows that were made in this run, as entries.
 *
 * @param found entries that were used
 * @param names of entries that are made, by partition; rows of other partitions are left out
 * @param rows with {@link Parts#DATASET} and {@link Rows#PERIOD}; empty where all was found
 */
public record Made(
    Table table, Found found, Map<Partition, String> names, Optional<Dataset<Row>> rows) {}
