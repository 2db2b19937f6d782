package org.countywise.conf;

import org.countywise.definition.Key;

/**
 * A database that knows the tables of one warehouse. The password is in the environment, never
 * here.
 *
 * @param user null for that of the operating system
 * @param schema null for the first that the database looks into
 */
public record JdbcCatalog(
    @Key("address of the database, jdbc:postgresql://HOST:PORT/DATABASE, without user and password")
        String uri,
    @Key(value = "who asks; default: whoever runs the command", optional = true) String user,
    @Key(
            value = "schema that belongs to this warehouse alone; default: that of the user",
            optional = true)
        String schema) {}
