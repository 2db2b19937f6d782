package org.countywise.compile.expression;

/**
 * Something wrong, not yet at a place.
 *
 * @param what the value and the rule it breaks
 * @param remedy what to write instead
 */
public record Diagnostic(String what, String remedy) {}
