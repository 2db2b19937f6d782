/**
 * Warehouses that many write to, on real servers: databases, services, HDFS and an object store.
 * They take minutes and are run by {@code ./mvnw verify -Pservers}, as docs/storage.md says.
 */
package org.countywise.storage;
