package org.countywise.cluster;

/**
 * What became of a submission.
 *
 * @param exitCode the exit code of spark-submit, which is that of the command
 * @param output what it wrote to standard output
 * @param errors what it wrote to standard error, Spark's log included
 */
record Submitted(int exitCode, String output, String errors) {}
