package org.countywise.storage;

/** A server that knows the tables of warehouses. */
interface CatalogServer extends AutoCloseable {

  /**
   * The lines of a file of settings that name a warehouse of which nothing is known yet.
   *
   * @param name small letters, digits and _
   */
  String conf(String name);

  @Override
  void close();
}
