package org.countywise.storage;

/** Runs whose tables a service knows. */
class RestRunsTest extends WholeRuns {
  RestRunsTest() {
    super("whole-rest", ServiceServer::start);
  }
}
