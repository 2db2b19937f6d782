package org.countywise.conf;

import org.countywise.definition.Key;

/**
 * A service that knows the tables of one warehouse. Token and credential are in the environment,
 * never here.
 *
 * @param warehouse null where the service keeps one only
 */
public record RestCatalog(
    @Key("address of the service, https://HOST/PATH") String uri,
    @Key(value = "name by which the service knows the warehouse", optional = true)
        String warehouse) {}
