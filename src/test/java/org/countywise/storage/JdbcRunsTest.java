package org.countywise.storage;

/** Runs whose tables a database knows. */
class JdbcRunsTest extends WholeRuns {
  JdbcRunsTest() {
    super("whole-jdbc", DatabaseServer::start);
  }
}
