/**
 * A real standalone cluster on this machine, made of nothing but Spark's jars, and the jar for
 * spark-submit put to work on it. Runs after {@code package}, which makes that jar.
 */
package org.countywise.cluster;
