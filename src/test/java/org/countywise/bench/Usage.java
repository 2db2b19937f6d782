package org.countywise.bench;

/**
 * What a process used, from its start to its end.
 *
 * @param seconds by the clock on the wall
 * @param cpuSeconds user and system, of all its threads; null where the system does not tell
 * @param peakBytes the most memory it had at once; null where the system does not tell
 */
record Usage(double seconds, Double cpuSeconds, Long peakBytes) {}
