package org.countywise.cli;

import org.postgresql.plugin.AuthenticationPlugin;
import org.postgresql.plugin.AuthenticationRequestType;

/**
 * The password of the database that knows the tables of a warehouse: PostgreSQL's driver asks for
 * it when the server does, so that it is in no setting.
 */
public final class CatalogPassword implements AuthenticationPlugin {
  private static final String PASSWORD = "COUNTYWISE_CATALOG_PASSWORD";

  /** For the driver. */
  public CatalogPassword() {}

  /** The password in the environment; null, which the driver reports, where there is none. */
  @Override
  public char[] getPassword(AuthenticationRequestType type) {
    String password = System.getenv(PASSWORD);
    return password == null || password.isEmpty() ? null : password.toCharArray();
  }
}
